/** Cycles on plain memory. */
package dev.maestro.embedded.conduct;
