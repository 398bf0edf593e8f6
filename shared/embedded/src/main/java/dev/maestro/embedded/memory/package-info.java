/** Stores in memory, behind the engine's ports. */
package dev.maestro.embedded.memory;
