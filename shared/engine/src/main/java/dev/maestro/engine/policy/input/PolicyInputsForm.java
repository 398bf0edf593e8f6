package dev.maestro.engine.policy.input;

import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kind;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.form.Reading;
import dev.maestro.engine.market.Volatility;
import dev.maestro.engine.meta.risk.RiskMode;
import dev.maestro.engine.number.Fraction;
import dev.maestro.engine.number.Percent;
import dev.maestro.engine.policy.Direction;
import dev.maestro.engine.policy.Regime;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How policy inputs are read, under the names of the specification. What cannot be read never
 * loosens: a required figure is unknown, an optional one counts as the worst.
 */
public final class PolicyInputsForm {
  private static final Kind<CostLevel> LEVEL = Kinds.word(CostLevel.class);

  /** Whole numbers beyond the range of int are its nearest end: a large one stays large. */
  private static final Kind<Integer> WHOLE =
      Kinds.WHOLE.as(
          number -> (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, number)),
          number -> (long) number);

  private static final Kind<Integer> COUNT =
      Kinds.leaf(
          Kinds.COUNT.rule(),
          given -> WHOLE.find(given).filter(count -> count >= 0),
          count -> (long) count);

  private PolicyInputsForm() {}

  /**
   * Reads one set of inputs.
   *
   * @param fields {@code regime}, {@code risk_state}, {@code symbols}, ...; others are left out
   * @throws dev.maestro.engine.form.UnreadableValueException if {@code cost} is no map, or {@code
   *     symbols} no list of maps with a {@code symbol} each
   */
  public static PolicyInputs read(Fields fields) {
    return new PolicyInputs(
        market(fields),
        riskState(fields),
        fields.reading("winning_streak", COUNT).value().orElse(0),
        fields.reading("ensemble_quality", Kinds.FRACTION),
        costs(fields.fields("cost")),
        fields.list("symbols").stream().map(PolicyInputsForm::symbol).toList(),
        fields.raw("global_policy").map(given -> globalGuard(fields, given)),
        fields.raw("kill_switch").map(PolicyInputsForm::killReason),
        fields.reading("dd_latched", Kinds.FLAG).violates(latched -> !latched));
  }

  private static MarketInputs market(Fields fields) {
    return new MarketInputs(
        fields.reading("regime", Kinds.word(Regime.class)).value().orElse(Regime.UNKNOWN),
        fields.reading("direction", Kinds.word(Direction.class)).value().orElse(Direction.NONE),
        fields
            .reading("volatility", Kinds.word(Volatility.class))
            .value()
            .orElse(Volatility.UNKNOWN),
        fields.reading("low_liquidity", Kinds.FLAG).violates(low -> !low));
  }

  private static RiskState riskState(Fields fields) {
    if (!(fields.raw("risk_state").orElse("") instanceof Map<?, ?>)) {
      return RiskState.UNKNOWN;
    }
    Fields risk = fields.fields("risk_state");
    return new RiskState(
        percent(risk, "daily_pnl_pct"),
        percent(risk, "current_drawdown_pct"),
        integer(risk, "losing_streak"),
        integer(risk, "open_trades_count"),
        percent(risk, "total_exposure_pct"));
  }

  private static Optional<Percent> percent(Fields fields, String name) {
    return fields.reading(name, Kinds.PERCENT).value();
  }

  private static OptionalInt integer(Fields fields, String name) {
    Optional<Integer> known = fields.reading(name, WHOLE).value();
    return known.isPresent() ? OptionalInt.of(known.get()) : OptionalInt.empty();
  }

  private static TradingCosts costs(Fields fields) {
    return new TradingCosts(
        fields.reading("spread_level", LEVEL),
        fields.reading("spread_bps", Kinds.NUMBER),
        fields.reading("slippage_level", LEVEL),
        fields.reading("slippage_bps", Kinds.NUMBER),
        fields.reading("cost_in_R", Kinds.NUMBER));
  }

  private static SymbolStatistics symbol(Fields fields) {
    return new SymbolStatistics(
        fields.get("symbol", Kinds.SYMBOL),
        fields.reading("winrate", Kinds.FRACTION),
        fields.reading("avg_R", Kinds.NUMBER),
        fields.reading("trades", COUNT),
        fields.reading("losing_streak", COUNT),
        fields.reading("performance_tag", Kinds.word(PerformanceTag.class)));
  }

  /** Unknown or unreadable age is no age to rely on. */
  private static GlobalGuard globalGuard(Fields fields, Object given) {
    if (!(given instanceof Map<?, ?>)) {
      return GlobalGuard.UNREADABLE;
    }
    Fields global = fields.fields("global_policy");
    Optional<RiskMode> mode = global.reading("risk_mode", Kinds.word(RiskMode.class)).value();
    Optional<GlobalLimits> limits = mode.flatMap(known -> limits(global, GlobalLimits.of(known)));
    boolean isStale = global.reading("expired", Kinds.FLAG).value().orElse(true);
    return mode.isEmpty() || limits.isEmpty()
        ? GlobalGuard.UNREADABLE
        : new GlobalGuard(mode.get(), limits.get(), isStale);
  }

  /** The limits that a stored global policy carries; those of its mode where it carries none. */
  private static Optional<GlobalLimits> limits(Fields fields, GlobalLimits ofMode) {
    Reading<Fraction> risk = fields.reading("max_risk_per_trade", Kinds.FRACTION);
    Reading<Fraction> confidence = fields.reading("global_min_confidence", Kinds.FRACTION);
    Reading<Integer> positions = fields.reading("max_positions", COUNT);
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
