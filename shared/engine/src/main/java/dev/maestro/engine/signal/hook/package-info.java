/** Signals of senders that can set no header: charting services that call an address. */
package dev.maestro.engine.signal.hook;
