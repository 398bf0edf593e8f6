/** Ledgers and kill switches in memory. */
package dev.maestro.embedded.claim;
