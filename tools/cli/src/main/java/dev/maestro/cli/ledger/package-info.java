/**
 * {@code ./maestro intents} and {@code ledger}: what was promised, what is held, and whether it
 * agrees.
 */
package dev.maestro.cli.ledger;
