/** Returns without what the market did. */
package dev.maestro.engine.evidence.neutral;
