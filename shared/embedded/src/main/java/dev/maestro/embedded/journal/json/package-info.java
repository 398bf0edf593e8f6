/** Rows of JSON: one object per line, or a list in a document. */
package dev.maestro.embedded.journal.json;
