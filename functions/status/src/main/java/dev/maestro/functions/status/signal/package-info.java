/** Signals from outside, as they come over HTTP. */
package dev.maestro.functions.status.signal;
