/** What every part of the search stands on: dice, a clock, names, a trace and what was found. */
package dev.maestro.embedded.storm.world;
