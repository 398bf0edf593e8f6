package dev.maestro.embedded.demo;

import java.math.BigDecimal;

/**
 * How a generated market behaves for a while; all figures per bar, as fractions of the price.
 *
 * @param bars how long
 * @param drift mean return
 * @param noise standard deviation of the return
 * @param range distance of high and low beyond open and close
 * @param vix the volatility index meanwhile, in points
 */
public record MarketPhase(
    String name, int bars, double drift, double noise, double range, BigDecimal vix) {}
