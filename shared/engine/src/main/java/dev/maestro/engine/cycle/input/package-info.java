/** All that one cycle is decided from: its slot, its settings and what was read. */
package dev.maestro.engine.cycle.input;
