/** Stored decisions, decided again and asked why. */
package dev.maestro.cli.replay;
