/** Calls counted on Firestore. */
package dev.maestro.firestore.limit;
