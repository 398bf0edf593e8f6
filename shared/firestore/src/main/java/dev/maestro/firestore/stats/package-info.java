/** The rolling documents: all that a cycle reads of a tenant's past. */
package dev.maestro.firestore.stats;
