package dev.maestro.engine.weights;

import dev.maestro.engine.config.ConfigReader;
import dev.maestro.engine.form.Field;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.form.View;
import dev.maestro.engine.weights.WeightsScheme.Score;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/** How the settings of the weights are written and read; what is absent has its default. */
public final class WeightsConfigForm {
  private static final Field<WeightsConfig, List<String>> AGENT_IDS =
      Field.withDefault("agent_ids", Kinds.list(Kinds.NAME), List.of(), WeightsConfig::agentIds);
  private static final Field<WeightsConfig, Integer> LOOKBACK_TRADES =
      integer("lookback_trades", 100, WeightsConfig::lookbackTrades);
  private static final Field<WeightsConfig, BigDecimal> RISK_FREE_RATE =
      decimal("risk_free_rate", "0.04", WeightsConfig::riskFreeRate);
  private static final Field<WeightsConfig, BigDecimal> MIN_FLOOR_WEIGHT =
      decimal("min_floor_weight", "0.05", WeightsConfig::minFloorWeight);
  private static final Field<WeightsConfig, Boolean> ENFORCE_PERFORMANCE =
      Field.withDefault(
          "enforce_performance", Kinds.SPOKEN_FLAG, false, WeightsConfig::enforcePerformance);
  private static final Field<WeightsConfig, BigDecimal> TEMPERATURE =
      decimal("temperature", "1", WeightsConfig::temperature);
  private static final Field<WeightsConfig, BigDecimal> MAX_WEIGHT =
      decimal("max_weight", "1", WeightsConfig::maxWeight);
  private static final Field<WeightsConfig, Integer> MIN_TRADES =
      integer("min_trades", 2, WeightsConfig::minTrades);
  private static final Field<WeightsConfig, BigDecimal> MAX_SHARPE =
      decimal("max_sharpe", "3", WeightsConfig::maxSharpe);

  private static final Field<WeightsConfig, Score> SCHEME =
      Field.withDefault(
          "scheme", Kinds.word(Score.class), Score.SHARPE, config -> config.scheme().score());

  /** By default on where the scheme is EVIDENCE. */
  private static final Field<WeightsConfig, Boolean> CLONES =
      Field.required("clones", Kinds.SPOKEN_FLAG, config -> config.scheme().clones());

  private static final Field<WeightsConfig, BigDecimal> FLOOR_SLEEVE =
      decimal("floor_sleeve", "0", config -> config.scheme().floorSleeve());

  private static final Field<WeightsConfig, BigDecimal> MAX_DAILY_CHANGE =
      decimal("max_daily_change", "1", config -> config.scheme().maxDailyChange());

  /** All settings. */
  public static final View<WeightsConfig> VIEW =
      View.of(
          AGENT_IDS,
          LOOKBACK_TRADES,
          RISK_FREE_RATE,
          MIN_FLOOR_WEIGHT,
          ENFORCE_PERFORMANCE,
          TEMPERATURE,
          MAX_WEIGHT,
          MIN_TRADES,
          MAX_SHARPE,
          SCHEME,
          CLONES,
          FLOOR_SLEEVE,
          MAX_DAILY_CHANGE);

  private WeightsConfigForm() {}

  static WeightsConfig read(Fields values) {
    ConfigReader read = new ConfigReader(values);
    List<String> agentIds = read.get(AGENT_IDS);
    int lookbackTrades = read.get(LOOKBACK_TRADES);
    BigDecimal riskFreeRate = read.get(RISK_FREE_RATE);
    BigDecimal minFloorWeight = read.get(MIN_FLOOR_WEIGHT);
    boolean enforcePerformance = read.get(ENFORCE_PERFORMANCE);
    BigDecimal temperature = read.get(TEMPERATURE);
    BigDecimal maxWeight = read.get(MAX_WEIGHT);
    int minTrades = read.get(MIN_TRADES);
    BigDecimal maxSharpe = read.get(MAX_SHARPE);
    Score score = read.get(SCHEME);
    boolean clones = read.flag(CLONES.name(), score == Score.EVIDENCE);
    BigDecimal floorSleeve = read.get(FLOOR_SLEEVE);
    BigDecimal maxDailyChange = read.get(MAX_DAILY_CHANGE);
    return read.build(
        () ->
            new WeightsConfig(
                agentIds,
                lookbackTrades,
                riskFreeRate,
                minFloorWeight,
                enforcePerformance,
                temperature,
                maxWeight,
                minTrades,
                maxSharpe,
                new WeightsScheme(score, clones, floorSleeve, maxDailyChange)));
  }

  /** True if somebody set a mode: without one, settings that were stored are not whole. */
  public static boolean hasMode(Fields values) {
    return values.has(ENFORCE_PERFORMANCE.name());
  }

  private static Field<WeightsConfig, Integer> integer(
      String name, int fallback, Function<WeightsConfig, Integer> of) {
    return Field.withDefault(name, Kinds.INTEGER, fallback, of);
  }

  private static Field<WeightsConfig, BigDecimal> decimal(
      String name, String fallback, Function<WeightsConfig, BigDecimal> of) {
    return Field.withDefault(name, Kinds.DECIMAL, new BigDecimal(fallback), of);
  }
}
