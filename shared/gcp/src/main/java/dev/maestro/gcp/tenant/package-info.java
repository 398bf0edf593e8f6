/** Tenants, their members, strategies and configuration, as Firestore keeps them. */
package dev.maestro.gcp.tenant;
