/** The closed set of what can be asked of a ledger, what it answers, and what is to be written. */
package dev.maestro.engine.capital.command;
