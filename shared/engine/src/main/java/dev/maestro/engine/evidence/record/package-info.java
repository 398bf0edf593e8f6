/**
 * What the closed trades of an agent prove about its Sharpe ratio: with its skew and kurtosis, for
 * how many trades, and picked from how many agents.
 */
package dev.maestro.engine.evidence.record;
