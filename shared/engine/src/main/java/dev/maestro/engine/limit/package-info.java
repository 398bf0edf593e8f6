/** How many calls a caller of the API may make a minute, and who counts them. */
package dev.maestro.engine.limit;
