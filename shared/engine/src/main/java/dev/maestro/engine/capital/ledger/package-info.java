/** The ledger of one account: everything a command needs, in one value. */
package dev.maestro.engine.capital.ledger;
