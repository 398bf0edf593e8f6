package dev.maestro.engine.throttle;

import dev.maestro.engine.config.ConfigReader;
import dev.maestro.engine.config.ConfigRules;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.throttle.mode.ThrottleMethod;
import dev.maestro.engine.throttle.mode.ThrottleMode;
import java.math.BigDecimal;

/**
 * The settings of the throttle; immutable and valid.
 *
 * @param maxDrawdown at or below it: SHADOW_MODE; a negative fraction
 * @param shadowBelow an annual Sharpe ratio under it: SHADOW_MODE
 * @param reduceBelow an annual Sharpe ratio under it: REDUCED; at least shadowBelow
 * @param minDataPoints with fewer rows a strategy is new, at least 2
 * @param newStrategyMode the mode of a new strategy
 * @param lookbackDays rows that count, 5..365
 * @param periodsPerYear 252 (weekdays) or 365 (every day)
 * @param riskFreeRate annual, a fraction
 * @param baseCapital stands in where a row has no capital base, account currency
 * @param method by which a mode is decided that the drawdown permits
 */
public record ThrottleConfig(
    BigDecimal maxDrawdown,
    BigDecimal shadowBelow,
    BigDecimal reduceBelow,
    int minDataPoints,
    ThrottleMode newStrategyMode,
    int lookbackDays,
    int periodsPerYear,
    BigDecimal riskFreeRate,
    BigDecimal baseCapital,
    ThrottleMethod method) {

  /** All defaults. */
  public static final ThrottleConfig DEFAULTS = of(Fields.EMPTY);

  /** Checks every range. */
  public ThrottleConfig {
    new ConfigRules()
        .within("max_drawdown", maxDrawdown, "-1", "0")
        .require(
            shadowBelow.compareTo(reduceBelow) <= 0,
            "shadow_below must be at most reduce_below " + reduceBelow + ", got " + shadowBelow)
        .within("performance_lookback_days", lookbackDays, 5, 365)
        .within("min_data_points", minDataPoints, 2, 365)
        .require(
            periodsPerYear == 252 || periodsPerYear == 365,
            "periods_per_year must be 252 or 365, got " + periodsPerYear)
        .within("risk_free_rate", riskFreeRate, "0", "1")
        .require(baseCapital.signum() > 0, "base_capital must be above 0, got " + baseCapital)
        .check();
  }

  /** The same settings under a method. */
  public ThrottleConfig by(ThrottleMethod other) {
    return new ThrottleConfig(
        maxDrawdown,
        shadowBelow,
        reduceBelow,
        minDataPoints,
        newStrategyMode,
        lookbackDays,
        periodsPerYear,
        riskFreeRate,
        baseCapital,
        other);
  }

  /** The days for which rows are expected. */
  public MarketCalendar calendar() {
    return MarketCalendar.of(periodsPerYear);
  }

  /**
   * Reads a configuration.
   *
   * @throws dev.maestro.engine.config.InvalidConfigurationException with all errors at once
   */
  public static ThrottleConfig of(Fields values) {
    ConfigReader read = new ConfigReader(values);
    BigDecimal maxDrawdown = read.decimal("max_drawdown", "-0.50");
    BigDecimal shadowBelow = read.decimal("shadow_below", "0.5");
    BigDecimal reduceBelow = read.decimal("reduce_below", "1.0");
    int minDataPoints = read.integer("min_data_points", 5);
    ThrottleMode newStrategyMode = read.word("new_strategy_mode", ThrottleMode.ACTIVE);
    int lookbackDays = read.integer("performance_lookback_days", 30);
    int periodsPerYear = read.integer("periods_per_year", 252);
    BigDecimal riskFreeRate = read.decimal("risk_free_rate", "0.04");
    BigDecimal baseCapital = read.decimal("base_capital", "10000");
    ThrottleMethod method = read.word("method", ThrottleMethod.SHARPE);
    return read.build(
        () ->
            new ThrottleConfig(
                maxDrawdown,
                shadowBelow,
                reduceBelow,
                minDataPoints,
                newStrategyMode,
                lookbackDays,
                periodsPerYear,
                riskFreeRate,
                baseCapital,
                method));
  }
}
