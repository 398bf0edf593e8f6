/** Agent weights: from standings to capital shares that add up to exactly 1 with the cash. */
package dev.maestro.engine.weights;
