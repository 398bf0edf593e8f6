package dev.maestro.engine.conduct.situation;

import dev.maestro.engine.market.BarHistory;
import dev.maestro.engine.policy.input.TradingCosts;
import java.time.Instant;
import java.util.OptionalDouble;

/**
 * What is stored of one symbol's market.
 *
 * @param spreadBps basis points; empty if unknown
 * @param updatedAt when the feeder wrote it
 */
public record SymbolMarket(
    BarHistory bars, OptionalDouble spreadBps, TradingCosts costs, Instant updatedAt) {}
