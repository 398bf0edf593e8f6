/** Calls counted in memory. */
package dev.maestro.embedded.limit;
