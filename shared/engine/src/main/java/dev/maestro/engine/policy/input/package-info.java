/** What the trading policy is decided from; the unknown is marked, never guessed. */
package dev.maestro.engine.policy.input;
