/** Faults that are planted on purpose, to see that the search finds them. */
package dev.maestro.embedded.storm.fault;
