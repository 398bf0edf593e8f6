/** Registering strategies, on Firestore. */
package dev.maestro.firestore.strategy;
