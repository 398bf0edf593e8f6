/** The cycle of one tenant: everything it knows in, one decision out; pure and replayable. */
package dev.maestro.engine.cycle;
