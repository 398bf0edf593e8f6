/** Strategies of which everything is known, because it was made up. */
package dev.maestro.cli.lab.world;
