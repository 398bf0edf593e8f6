/**
 * Closing a tenant's day: what is summed anew, what is late, what is drift, and in which order it
 * is stored. What it needs from outside are ports.
 */
package dev.maestro.engine.snapshot;
