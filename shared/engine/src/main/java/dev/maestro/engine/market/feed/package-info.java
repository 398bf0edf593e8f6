/**
 * What feeders of market data send: bars and readings, what is refused, what stands beside them.
 */
package dev.maestro.engine.market.feed;
