package dev.maestro.market.strategy;

import dev.maestro.engine.config.ConfigReader;
import dev.maestro.engine.config.ConfigRules;
import dev.maestro.engine.form.Fields;
import java.math.BigDecimal;

/**
 * The settings of {@link TrendFollowing}.
 *
 * @param fastBars of the fast average, 2 up to the slow one
 * @param slowBars of the slow average, at most 100
 * @param minAdx 0..100; a weaker trend is not entered
 * @param channelBars the trailing stop hangs below the highest close of so many bars, 2..100
 * @param stopAtrs distance of both stops in ATR(14), 0.5..10
 * @param riskPerTrade what a fill at the stop costs, a fraction 0.0001..0.05 of the capital
 * @param allowShorts false: only long positions are opened
 */
public record TrendFollowingConfig(
    int fastBars,
    int slowBars,
    BigDecimal minAdx,
    int channelBars,
    BigDecimal stopAtrs,
    BigDecimal riskPerTrade,
    boolean allowShorts) {

  /** All defaults. */
  public static final TrendFollowingConfig DEFAULTS = of(Fields.EMPTY);

  /** Checks every range. */
  public TrendFollowingConfig {
    new ConfigRules()
        .require(
            2 <= fastBars && fastBars < slowBars,
            "fast_bars must be from 2 to below slow_bars, got " + fastBars)
        .within("slow_bars", slowBars, 3, 100)
        .within("min_adx", minAdx, "0", "100")
        .within("channel_bars", channelBars, 2, 100)
        .within("stop_atrs", stopAtrs, "0.5", "10")
        .within("risk_per_trade", riskPerTrade, "0.0001", "0.05")
        .check();
  }

  /**
   * Reads a configuration.
   *
   * @throws dev.maestro.engine.config.InvalidConfigurationException with all errors at once
   */
  public static TrendFollowingConfig of(Fields values) {
    ConfigReader read = new ConfigReader(values);
    int fastBars = read.integer("fast_bars", 10);
    int slowBars = read.integer("slow_bars", 30);
    BigDecimal minAdx = read.decimal("min_adx", "25");
    int channelBars = read.integer("channel_bars", 22);
    BigDecimal stopAtrs = read.decimal("stop_atrs", "3");
    BigDecimal riskPerTrade = read.decimal("risk_per_trade", "0.01");
    boolean allowShorts = read.flag("allow_shorts", false);
    return read.build(
        () ->
            new TrendFollowingConfig(
                fastBars, slowBars, minAdx, channelBars, stopAtrs, riskPerTrade, allowShorts));
  }
}
