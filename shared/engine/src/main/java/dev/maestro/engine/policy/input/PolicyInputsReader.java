package dev.maestro.engine.policy.input;

import dev.maestro.engine.form.Reading;
import dev.maestro.engine.market.Volatility;
import dev.maestro.engine.meta.risk.RiskMode;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.number.Fraction;
import dev.maestro.engine.policy.Direction;
import dev.maestro.engine.policy.Regime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads policy inputs out of plain values, under the names of the specification. What cannot be
 * read never loosens: a required figure is unknown, an optional one counts as the worst.
 */
public final class PolicyInputsReader {
  private PolicyInputsReader() {}

  /**
   * Reads one set of inputs.
   *
   * @param values {@code regime}, {@code risk_state}, {@code symbols}, ...; other keys are left out
   * @throws IllegalArgumentException if {@code cost} is no map, or {@code symbols} no list of maps
   *     with a {@code symbol} each
   */
  public static PolicyInputs read(Map<String, Object> values) {
    Fields fields = new Fields(values);
    return new PolicyInputs(
        fields.word("regime", Regime.class).value().orElse(Regime.UNKNOWN),
        fields.word("direction", Direction.class).value().orElse(Direction.NONE),
        fields.word("volatility", Volatility.class).value().orElse(Volatility.UNKNOWN),
        riskState(given(values, "risk_state", Map.of())),
        fields.count("winning_streak").value().orElse(0),
        fields.fraction("ensemble_quality"),
        costs(given(values, "cost", Map.of())),
        fields.truth("low_liquidity").violates(low -> !low),
        symbols(given(values, "symbols", List.of())),
        Optional.ofNullable(values.get("global_policy")).map(PolicyInputsReader::globalGuard),
        Optional.ofNullable(values.get("kill_switch")).map(PolicyInputsReader::killReason),
        fields.truth("dd_latched").violates(latched -> !latched));
  }

  /** Absent and null are the same. */
  private static Object given(Map<String, Object> values, String key, Object fallback) {
    return Optional.ofNullable(values.get(key)).orElse(fallback);
  }

  private static RiskState riskState(Object given) {
    if (!(given instanceof Map<?, ?> map)) {
      return RiskState.UNKNOWN;
    }
    Fields fields = new Fields(map);
    return new RiskState(
        fields.percent("daily_pnl_pct"),
        fields.percent("current_drawdown_pct"),
        fields.integer("losing_streak"),
        fields.integer("open_trades_count"),
        fields.percent("total_exposure_pct"));
  }

  private static TradingCosts costs(Object given) {
    if (!(given instanceof Map<?, ?> map)) {
      throw new IllegalArgumentException("cost must be an object, got " + given);
    }
    Fields fields = new Fields(map);
    return new TradingCosts(
        fields.word("spread_level", CostLevel.class),
        fields.number("spread_bps"),
        fields.word("slippage_level", CostLevel.class),
        fields.number("slippage_bps"),
        fields.number("cost_in_R"));
  }

  private static List<SymbolStatistics> symbols(Object given) {
    if (!(given instanceof List<?> list)) {
      throw new IllegalArgumentException("symbols must be a list of objects, got " + given);
    }
    List<SymbolStatistics> symbols = new ArrayList<>(list.size());
    list.forEach(entry -> symbols.add(symbol(entry)));
    return symbols;
  }

  private static SymbolStatistics symbol(Object given) {
    if (!(given instanceof Map<?, ?> map) || !(map.get("symbol") instanceof String text)) {
      throw new IllegalArgumentException("symbols needs objects with a symbol, got " + given);
    }
    Fields fields = new Fields(map);
    return new SymbolStatistics(
        Symbol.of(text)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "symbols needs objects with a symbol, " + Symbol.RULE + ", got " + given)),
        fields.fraction("winrate"),
        fields.number("avg_R"),
        fields.count("trades"),
        fields.count("losing_streak"),
        fields.word("performance_tag", PerformanceTag.class));
  }

  /** Unknown or unreadable age is no age to rely on. */
  private static GlobalGuard globalGuard(Object given) {
    if (!(given instanceof Map<?, ?> map)) {
      return GlobalGuard.UNREADABLE;
    }
    Fields fields = new Fields(map);
    Optional<RiskMode> mode = fields.word("risk_mode", RiskMode.class).value();
    Optional<GlobalLimits> limits = mode.flatMap(known -> limits(fields, GlobalLimits.of(known)));
    boolean isFresh = fields.truth("expired").value().filter(expired -> !expired).isPresent();
    if (mode.isEmpty() || limits.isEmpty()) {
      return GlobalGuard.UNREADABLE;
    }
    return new GlobalGuard(mode.get(), limits.get(), !isFresh);
  }

  /** The limits that a stored global policy carries; those of its mode where it carries none. */
  private static Optional<GlobalLimits> limits(Fields fields, GlobalLimits ofMode) {
    Reading<Fraction> risk = fields.fraction("max_risk_per_trade");
    Reading<Fraction> confidence = fields.fraction("global_min_confidence");
    Reading<Integer> positions = fields.count("max_positions");
    if (risk.violates(r -> true)
        || confidence.violates(c -> true)
        || positions.violates(p -> true)) {
      return Optional.empty();
    }
    return Optional.of(
        new GlobalLimits(
            risk.value().map(Fraction::toPercent).orElse(ofMode.maxRisk()),
            confidence.value().orElse(ofMode.minConfidence()),
            positions.value().orElse(ofMode.maxPositions())));
  }

  private static String killReason(Object given) {
    return given instanceof String reason && !reason.isBlank() ? reason.strip() : "no reason given";
  }
}
