/** What is counted of cycles and evaluations, as values that add up, and how they are stored. */
package dev.maestro.engine.metrics;
