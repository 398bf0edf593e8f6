/**
 * Commands of people and executors to a stored ledger: what is kept of it, and the ports through
 * which one command is one transaction.
 */
package dev.maestro.engine.claim;
