/** Gathers what the trading policy is decided from: each input with its source and its age. */
package dev.maestro.engine.policy.gather;
