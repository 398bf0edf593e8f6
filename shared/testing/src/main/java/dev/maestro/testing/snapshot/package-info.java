/** What every store of closed days must keep. */
package dev.maestro.testing.snapshot;
