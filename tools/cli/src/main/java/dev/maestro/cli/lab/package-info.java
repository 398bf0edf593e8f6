/**
 * {@code ./maestro lab}: what the rules are worth in worlds where the truth is known, because it
 * was made up.
 */
package dev.maestro.cli.lab;
