/** Loads a journal from a file into Firestore. */
package dev.maestro.cli.imports;
