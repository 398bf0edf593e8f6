/** How far a strategy may trade, from its closed days: ACTIVE, REDUCED or SHADOW_MODE. */
package dev.maestro.engine.throttle;
