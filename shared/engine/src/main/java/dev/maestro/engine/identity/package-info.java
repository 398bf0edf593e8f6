/** Just-in-time identity: names that a retried cycle gives again. */
package dev.maestro.engine.identity;
