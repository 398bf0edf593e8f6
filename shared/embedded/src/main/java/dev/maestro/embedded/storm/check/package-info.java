/** What must be true of ledger, switches and broker together, after every step and in the end. */
package dev.maestro.embedded.storm.check;
