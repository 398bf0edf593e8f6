/**
 * The cycle of one tenant from its slot to its stored record: what is read, decided and stored, and
 * in which order. What it needs from outside are ports.
 */
package dev.maestro.engine.conduct;
