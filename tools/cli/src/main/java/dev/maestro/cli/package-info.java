/** What the commands share: the terminal, JSON text, and the ways in which they fail. */
package dev.maestro.cli;
