/** Executions become closed trades: what closes is matched with what opened, first in first out. */
package dev.maestro.embedded.journal.fill;
