/** The {@code ./maestro} program: one class per command. */
package dev.maestro.cli;
