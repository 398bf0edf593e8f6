/** What the broker says is held, against what the ledger holds. */
package dev.maestro.engine.capital.drift;
