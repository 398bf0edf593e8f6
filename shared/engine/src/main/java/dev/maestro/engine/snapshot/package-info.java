/** Closing the day: rows of days and months from the journal, and the marks of what is open. */
package dev.maestro.engine.snapshot;
