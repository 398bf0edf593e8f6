/** Ledgers and kill switches in Firestore: one command is one transaction. */
package dev.maestro.firestore.claim;
