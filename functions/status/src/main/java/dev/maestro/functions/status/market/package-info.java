/** Bars of a market over HTTP: as feeders bring them, and as they stand. */
package dev.maestro.functions.status.market;
