/** The books of the broker on paper in Firestore. */
package dev.maestro.firestore.paper;
