/** Reservations, claims and time-outs, and the one way into all commands. */
package dev.maestro.engine.capital.rule;
