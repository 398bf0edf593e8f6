/** Rows of a CSV file. */
package dev.maestro.embedded.journal.csv;
