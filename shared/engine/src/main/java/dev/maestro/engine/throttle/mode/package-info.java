/** The words of the throttle: how far a strategy may trade, and by which method that is decided. */
package dev.maestro.engine.throttle.mode;
