package dev.maestro.engine.policy.input;

import dev.maestro.engine.market.Volatility;
import dev.maestro.engine.policy.Direction;
import dev.maestro.engine.policy.Regime;

/**
 * What one evaluation of the trading policy sees of the market.
 *
 * @param lowLiquidity spread HIGH and volume below 20 % of its mean; true also if unreadable
 */
public record MarketInputs(
    Regime regime, Direction direction, Volatility volatility, boolean lowLiquidity) {}
