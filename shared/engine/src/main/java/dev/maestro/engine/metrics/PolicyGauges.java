package dev.maestro.engine.metrics;

import dev.maestro.engine.form.Field;
import dev.maestro.engine.form.Form;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.meta.GlobalPolicy;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What the global policy shows until it expires.
 *
 * @param activeStrategies empty: there is no global policy
 * @param winRate a fraction 0..1
 */
record PolicyGauges(
    OptionalInt activeStrategies,
    OptionalDouble drawdownPct,
    OptionalDouble winRate,
    Optional<Instant> expiresAt) {
  /** Nobody evaluates. */
  static final PolicyGauges NONE =
      new PolicyGauges(
          OptionalInt.empty(), OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty());

  private static final Field<PolicyGauges, OptionalInt> ACTIVE =
      Field.count("active_strategies", PolicyGauges::activeStrategies);
  private static final Field<PolicyGauges, OptionalDouble> DRAWDOWN =
      Field.number("drawdown_pct", PolicyGauges::drawdownPct);
  private static final Field<PolicyGauges, OptionalDouble> WIN_RATE =
      Field.number("win_rate", PolicyGauges::winRate);
  private static final Field<PolicyGauges, Optional<Instant>> EXPIRES_AT =
      Field.optional("expires_at", Kinds.TIME, PolicyGauges::expiresAt);

  /** All of it. */
  static final Form<PolicyGauges> FORM =
      Form.of(
          "figures of the global policy",
          in ->
              new PolicyGauges(ACTIVE.in(in), DRAWDOWN.in(in), WIN_RATE.in(in), EXPIRES_AT.in(in)),
          List.of(ACTIVE, DRAWDOWN, WIN_RATE, EXPIRES_AT));

  static PolicyGauges of(GlobalPolicy policy) {
    return new PolicyGauges(
        OptionalInt.of(policy.allowedStrategies().size()),
        policy.health().drawdownPct(),
        policy.health().winRate(),
        Optional.of(policy.expiresAt()));
  }

  /** An expired policy lets nobody in, and says nothing of health any more. */
  Map<Gauge, Double> at(Instant now) {
    Map<Gauge, Double> known = new EnumMap<>(Gauge.class);
    boolean isInForce = expiresAt.filter(now::isBefore).isPresent();
    activeStrategies.ifPresent(
        count -> known.put(Gauge.ACTIVE_STRATEGIES, isInForce ? (double) count : 0));
    if (isInForce) {
      drawdownPct.ifPresent(pct -> known.put(Gauge.DRAWDOWN_PCT, pct));
      winRate.ifPresent(rate -> known.put(Gauge.WINRATE_PCT, percent(rate)));
    }
    return known;
  }

  /** Exact in decimals: 0.58 is 58. */
  private static double percent(double fraction) {
    return BigDecimal.valueOf(fraction).movePointRight(2).doubleValue();
  }
}
