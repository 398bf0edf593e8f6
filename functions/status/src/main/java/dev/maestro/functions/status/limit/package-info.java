/** Calls counted against the limits of a tenant. */
package dev.maestro.functions.status.limit;
