/** {@code ./maestro hook}: addresses at which charting services send signals. */
package dev.maestro.cli.hook;
