/** Closing days on plain memory. */
package dev.maestro.embedded.snapshot;
