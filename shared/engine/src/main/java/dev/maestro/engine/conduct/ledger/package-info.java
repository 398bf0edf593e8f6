/** The ledger in a cycle: brought up to date before it is asked, shown, and told to executors. */
package dev.maestro.engine.conduct.ledger;
