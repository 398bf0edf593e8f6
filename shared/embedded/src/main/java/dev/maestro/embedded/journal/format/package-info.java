/**
 * How an export is described: its columns, units, signs, costs; and what a person says of a file.
 */
package dev.maestro.embedded.journal.format;
