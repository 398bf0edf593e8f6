/** Journal, windows and weights of a user in Firestore. */
package dev.maestro.firestore.weights;
