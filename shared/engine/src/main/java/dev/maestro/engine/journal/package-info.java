/** Closed trades: how a journal row is read or rejected, its return, and the windows they fill. */
package dev.maestro.engine.journal;
