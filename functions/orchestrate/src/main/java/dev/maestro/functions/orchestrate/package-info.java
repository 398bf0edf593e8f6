/** Starts a slot: one message per active tenant. */
package dev.maestro.functions.orchestrate;
