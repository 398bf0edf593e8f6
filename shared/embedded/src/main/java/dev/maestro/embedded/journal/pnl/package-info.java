/** The P&amp;L of closed trades, held against their prices: size, unit and sign. */
package dev.maestro.embedded.journal.pnl;
