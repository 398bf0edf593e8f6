/** What the engine needs to know of a market: bars, and the words for its regime and volatility. */
package dev.maestro.engine.market;
