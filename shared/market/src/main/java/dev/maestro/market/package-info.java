/** What bars say about a market: figures by ta4j's indicators, regime and volatility from them. */
package dev.maestro.market;
