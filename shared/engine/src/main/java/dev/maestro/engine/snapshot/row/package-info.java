/** Rows of days and months: how they are summed from the journal, marked, and stored. */
package dev.maestro.engine.snapshot.row;
