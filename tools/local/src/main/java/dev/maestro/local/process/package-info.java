/** Processes that were started here, and end with us. */
package dev.maestro.local.process;
