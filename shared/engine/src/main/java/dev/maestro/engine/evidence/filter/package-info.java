/** The expected Sharpe ratio of a strategy, a day at a time, and the mode that it calls for. */
package dev.maestro.engine.evidence.filter;
