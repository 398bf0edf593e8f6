/** Closing a tenant's day in Firestore. */
package dev.maestro.firestore.snapshot;
