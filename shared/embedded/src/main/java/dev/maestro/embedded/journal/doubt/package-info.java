/**
 * What the trades of a file as a whole say against it: rows that stand twice, names that are none,
 * times before there were exports, contracts without a size. It changes no figure.
 */
package dev.maestro.embedded.journal.doubt;
