/** Registering strategies and changing what they may do. */
package dev.maestro.engine.tenant.strategy;
