/** A store that keeps Firestore's promises and no others, one step at a time. */
package dev.maestro.embedded.storm.store;
