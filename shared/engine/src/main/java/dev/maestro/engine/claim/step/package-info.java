/** One command on a stored ledger, from what was read to what is to be written. */
package dev.maestro.engine.claim.step;
