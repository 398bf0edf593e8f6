/** Journals in files: CSV and JSON lines, read as a stream, row by row. */
package dev.maestro.embedded.journal;
