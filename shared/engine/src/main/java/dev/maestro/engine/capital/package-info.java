/** Capital that is not committed twice, and the switch that stops it all. */
package dev.maestro.engine.capital;
