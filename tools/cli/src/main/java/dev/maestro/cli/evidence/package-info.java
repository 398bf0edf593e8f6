/** {@code evidence}: what the record of every agent and strategy proves, and what it cannot yet. */
package dev.maestro.cli.evidence;
