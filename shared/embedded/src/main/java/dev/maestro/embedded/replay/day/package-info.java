/**
 * A record of agents as days that are over, oldest first: of a journal, or of a file of returns.
 */
package dev.maestro.embedded.replay.day;
