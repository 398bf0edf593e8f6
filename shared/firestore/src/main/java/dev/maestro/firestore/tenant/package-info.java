/** Tenants, their members, strategies and configuration, as Firestore keeps them. */
package dev.maestro.firestore.tenant;
