/** A ledger over which executors race, and the broker at which their orders arrive. */
package dev.maestro.firestore.claim.race;
