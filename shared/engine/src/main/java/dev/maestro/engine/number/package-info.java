/** Exact decimals, exact ratios and the sample statistics that every other room calculates with. */
package dev.maestro.engine.number;
