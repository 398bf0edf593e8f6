/** Accounts as feeders put them, in Firestore. */
package dev.maestro.firestore.account;
