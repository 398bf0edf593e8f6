/** Closes the day: once for all tenants by schedule, then tenant by tenant. */
package dev.maestro.functions.snapshot;
