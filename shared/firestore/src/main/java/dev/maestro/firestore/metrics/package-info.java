/** What cycles have counted, as Firestore keeps it. */
package dev.maestro.firestore.metrics;
