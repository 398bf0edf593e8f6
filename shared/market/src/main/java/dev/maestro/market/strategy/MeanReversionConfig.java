package dev.maestro.market.strategy;

import dev.maestro.engine.config.ConfigReader;
import dev.maestro.engine.config.ConfigRules;
import dev.maestro.engine.form.Fields;
import java.math.BigDecimal;

/**
 * The settings of {@link MeanReversion}.
 *
 * @param meanBars of the mean and its deviation, 5..100
 * @param bandDeviations distance of the bands from the mean in deviations, 0.5..5
 * @param oversoldRsi 1..49; 100 minus it is overbought
 * @param maxAdx 1..100; from here on there is a trend, and no mean to revert to
 * @param stopAtrs distance of the stop in ATR(14), 0.5..10
 * @param riskPerTrade what a fill at the stop costs, a fraction 0.0001..0.05 of the capital
 * @param allowShorts false: only long positions are opened
 */
public record MeanReversionConfig(
    int meanBars,
    BigDecimal bandDeviations,
    BigDecimal oversoldRsi,
    BigDecimal maxAdx,
    BigDecimal stopAtrs,
    BigDecimal riskPerTrade,
    boolean allowShorts) {

  /** All defaults. */
  public static final MeanReversionConfig DEFAULTS = of(Fields.EMPTY);

  /** Checks every range. */
  public MeanReversionConfig {
    new ConfigRules()
        .within("mean_bars", meanBars, 5, 100)
        .within("band_deviations", bandDeviations, "0.5", "5")
        .within("oversold_rsi", oversoldRsi, "1", "49")
        .within("max_adx", maxAdx, "1", "100")
        .within("stop_atrs", stopAtrs, "0.5", "10")
        .within("risk_per_trade", riskPerTrade, "0.0001", "0.05")
        .check();
  }

  /**
   * Reads a configuration.
   *
   * @throws dev.maestro.engine.config.InvalidConfigurationException with all errors at once
   */
  public static MeanReversionConfig of(Fields values) {
    ConfigReader read = new ConfigReader(values);
    int meanBars = read.integer("mean_bars", 20);
    BigDecimal bandDeviations = read.decimal("band_deviations", "2");
    BigDecimal oversoldRsi = read.decimal("oversold_rsi", "30");
    BigDecimal maxAdx = read.decimal("max_adx", "25");
    BigDecimal stopAtrs = read.decimal("stop_atrs", "2");
    BigDecimal riskPerTrade = read.decimal("risk_per_trade", "0.01");
    boolean allowShorts = read.flag("allow_shorts", false);
    return read.build(
        () ->
            new MeanReversionConfig(
                meanBars,
                bandDeviations,
                oversoldRsi,
                maxAdx,
                stopAtrs,
                riskPerTrade,
                allowShorts));
  }
}
