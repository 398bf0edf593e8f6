/** The whole system on one machine. */
package dev.maestro.local.stack;
