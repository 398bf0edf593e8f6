/**
 * What must be true of every ledger, as code: asserted after commands, and over stored documents by
 * {@code ./maestro ledger verify}.
 */
package dev.maestro.engine.capital.invariant;
