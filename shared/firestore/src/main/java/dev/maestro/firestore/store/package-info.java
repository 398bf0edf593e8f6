/** Firestore as the adapters need it: connection, typed fields, failures, counted calls. */
package dev.maestro.firestore.store;
