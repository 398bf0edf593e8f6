/** The cycle's port on Firestore: slots, what is read, and the one commit. */
package dev.maestro.firestore.cycle;
