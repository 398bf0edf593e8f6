/** Many tenants through the functions themselves: orchestrate, Pub/Sub, conduct, Firestore. */
package dev.maestro.bench.shape;
