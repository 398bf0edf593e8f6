package dev.maestro.engine.weights;

import dev.maestro.engine.config.ConfigRules;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.journal.AgentWindows;
import dev.maestro.engine.name.StoredName;
import dev.maestro.engine.performance.SharpeRules;
import java.math.BigDecimal;
import java.util.List;

/**
 * The settings of the weights; immutable and valid.
 *
 * @param agentIds the agents that share; empty: every agent with a usable trade, sorted
 * @param lookbackTrades trades per window, 2..1000
 * @param riskFreeRate annual, a fraction 0..1
 * @param minFloorWeight a fraction 0..1
 * @param enforcePerformance true: strict mode; false: recovery mode
 * @param temperature of the softmax, 0.01..100
 * @param maxWeight a fraction from the floor to 1, at most 10 decimal places; 1: no cap
 * @param minTrades 2..lookbackTrades
 * @param maxSharpe above 0; no score by Sharpe ratios is higher
 * @param scheme by what they are weighed
 */
public record WeightsConfig(
    List<String> agentIds,
    int lookbackTrades,
    BigDecimal riskFreeRate,
    BigDecimal minFloorWeight,
    boolean enforcePerformance,
    BigDecimal temperature,
    BigDecimal maxWeight,
    int minTrades,
    BigDecimal maxSharpe,
    WeightsScheme scheme) {

  /** Decimal places of a weight. */
  static final int PLACES = 10;

  /** All defaults. */
  public static final WeightsConfig DEFAULTS = of(Fields.EMPTY);

  /** Checks every range. */
  public WeightsConfig {
    agentIds = List.copyOf(agentIds);
    new ConfigRules()
        .require(
            agentIds.stream().noneMatch(String::isBlank)
                && agentIds.stream().distinct().count() == agentIds.size(),
            "agent_ids must be distinct, non-blank names, got " + agentIds)
        .within("lookback_trades", lookbackTrades, 2, 1000)
        .within("risk_free_rate", riskFreeRate, "0", "1")
        .within("min_floor_weight", minFloorWeight, "0", "1")
        .within("temperature", temperature, "0.01", "100")
        .require(
            maxWeight.compareTo(minFloorWeight) >= 0 && maxWeight.compareTo(BigDecimal.ONE) <= 0,
            "max_weight must be from min_floor_weight to 1, got " + maxWeight)
        .require(
            maxWeight.stripTrailingZeros().scale() <= PLACES,
            "max_weight must have at most 10 decimal places, got " + maxWeight)
        .require(
            2 <= minTrades && minTrades <= lookbackTrades,
            "min_trades must be from 2 to lookback_trades, got " + minTrades)
        .require(maxSharpe.signum() > 0, "max_sharpe must be above 0, got " + maxSharpe)
        .check();
  }

  /** Settings that weigh by the Sharpe ratio. */
  public WeightsConfig(
      List<String> agentIds,
      int lookbackTrades,
      BigDecimal riskFreeRate,
      BigDecimal minFloorWeight,
      boolean enforcePerformance,
      BigDecimal temperature,
      BigDecimal maxWeight,
      int minTrades,
      BigDecimal maxSharpe) {
    this(
        agentIds,
        lookbackTrades,
        riskFreeRate,
        minFloorWeight,
        enforcePerformance,
        temperature,
        maxWeight,
        minTrades,
        maxSharpe,
        WeightsScheme.SHARPE);
  }

  /**
   * Reads a configuration.
   *
   * @param values by the names of the specification: {@code agent_ids}, {@code lookback_trades},
   *     ...
   * @throws dev.maestro.engine.config.InvalidConfigurationException with all errors at once
   */
  public static WeightsConfig of(Fields values) {
    return WeightsConfigForm.read(values);
  }

  /**
   * Reads a configuration whose windows and weights are stored, so that they have to fit into
   * documents.
   *
   * @throws dev.maestro.engine.config.InvalidConfigurationException also if the agents that are
   *     named need larger windows than are stored, or have names that no stored field can have
   */
  public static WeightsConfig ofStored(Fields values) {
    WeightsConfig config = of(values);
    int agents = config.agentIds.size();
    new ConfigRules()
        .require(
            agents * config.lookbackTrades <= AgentWindows.MAX_TRADES,
            "agent_ids x lookback_trades must be at most "
                + AgentWindows.MAX_TRADES
                + ", got "
                + agents
                + " x "
                + config.lookbackTrades)
        .require(
            config.agentIds.stream().allMatch(StoredName::isOfField),
            "agent_ids must have at most 1000 bytes each and not begin and end with __")
        .check();
    return config;
  }

  /** How these settings take a Sharpe ratio. */
  public SharpeRules sharpeRules() {
    return SharpeRules.ofAnnualRate(riskFreeRate.doubleValue(), minTrades);
  }
}
