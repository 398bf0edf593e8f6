/** {@code ./maestro value}: what the twin says that Maestro was worth. */
package dev.maestro.cli.value;
