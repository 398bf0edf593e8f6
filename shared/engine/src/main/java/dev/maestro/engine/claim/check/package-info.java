/** Stored ledgers, held against the documents beside them. */
package dev.maestro.engine.claim.check;
