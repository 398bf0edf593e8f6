/** What a row is, judged, counted and passed on. */
package dev.maestro.embedded.journal.row;
