/** Evaluations outside cycles, in Firestore. */
package dev.maestro.firestore.evaluate;
