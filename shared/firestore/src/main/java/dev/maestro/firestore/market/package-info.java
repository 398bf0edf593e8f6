/** What feeders bring of markets, as Firestore keeps it. */
package dev.maestro.firestore.market;
