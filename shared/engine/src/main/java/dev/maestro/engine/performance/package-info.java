/** What an agent's trades say about it: Sharpe ratio, its error, and standing. */
package dev.maestro.engine.performance;
