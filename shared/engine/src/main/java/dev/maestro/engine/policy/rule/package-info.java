/** The rules 0 to 18 of the trading policy, one method each; the tightest wins. */
package dev.maestro.engine.policy.rule;
