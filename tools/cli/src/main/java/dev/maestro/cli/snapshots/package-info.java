/** {@code ./maestro snapshots}: what the strategies earned in a month. */
package dev.maestro.cli.snapshots;
