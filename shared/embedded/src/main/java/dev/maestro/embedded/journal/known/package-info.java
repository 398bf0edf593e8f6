/** The table of known exports, and the point values of futures. */
package dev.maestro.embedded.journal.known;
