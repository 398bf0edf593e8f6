/** Closing a tenant's day in Firestore. */
package dev.maestro.gcp.snapshot;
