/** What every store of signals must keep. */
package dev.maestro.testing.signal;
