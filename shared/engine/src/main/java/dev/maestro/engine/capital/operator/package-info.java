/** What people do to a ledger: splits, assignments, the kill switch, rearming. */
package dev.maestro.engine.capital.operator;
