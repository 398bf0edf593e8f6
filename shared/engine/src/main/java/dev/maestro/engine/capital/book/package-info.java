/**
 * What is held and since when, what a snapshot took out, and the arithmetic of fills and trades.
 */
package dev.maestro.engine.capital.book;
