/** The risk mode: votes on system health, the mode they give, and its memory. */
package dev.maestro.engine.meta.risk;
