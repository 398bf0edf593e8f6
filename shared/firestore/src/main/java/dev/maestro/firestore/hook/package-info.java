/** Hooks, as Firestore keeps them. */
package dev.maestro.firestore.hook;
