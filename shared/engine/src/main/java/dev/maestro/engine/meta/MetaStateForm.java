package dev.maestro.engine.meta;

import dev.maestro.engine.form.Field;
import dev.maestro.engine.form.Form;
import dev.maestro.engine.form.Kind;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.meta.health.SystemHealth;
import dev.maestro.engine.meta.health.SystemHealthForm;
import dev.maestro.engine.meta.risk.ModeLimits;
import dev.maestro.engine.meta.risk.RiskMemory;
import dev.maestro.engine.meta.risk.RiskMode;
import dev.maestro.engine.meta.selection.Selection.Warning;
import dev.maestro.engine.number.Fraction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** How a global policy, and what the next evaluation has to know, is written and read. */
public final class MetaStateForm {
  private static final Kind<RiskMode> MODE = Kinds.word(RiskMode.class);
  private static final Kind<List<String>> TEXTS = Kinds.list(Kinds.TEXT);

  private static final Kind<Double> FRACTION = Kinds.FRACTION.as(Fraction::value, Fraction::new);

  private static final Field<MetaState, RiskMode> RISK_MODE =
      Field.required("risk_mode", MODE, policy(GlobalPolicy::riskMode));
  private static final Field<MetaState, List<String>> ALLOWED =
      Field.required("allowed_strategies", TEXTS, policy(GlobalPolicy::allowedStrategies));
  private static final Field<MetaState, List<String>> PROBATION =
      Field.required("probation", TEXTS, policy(GlobalPolicy::probation));
  private static final Field<MetaState, Double> MAX_RISK =
      Field.required("max_risk_per_trade", FRACTION, limits(ModeLimits::maxRiskPerTrade));
  private static final Field<MetaState, Double> MIN_CONFIDENCE =
      Field.required("global_min_confidence", FRACTION, limits(ModeLimits::minConfidence));
  private static final Field<MetaState, Integer> MAX_POSITIONS =
      Field.required("max_positions", Kinds.COUNT, limits(ModeLimits::maxPositions));
  private static final Field<MetaState, Integer> MAX_TRADES =
      Field.required("max_daily_trades", Kinds.COUNT, limits(ModeLimits::maxDailyTrades));
  private static final Field<MetaState, Double> MAX_SLIPPAGE =
      Field.required("max_slippage_pct", Kinds.NUMBER, limits(ModeLimits::maxSlippagePct));
  private static final Field<MetaState, Integer> MAX_STRATEGIES =
      Field.required("max_strategies", Kinds.COUNT, limits(ModeLimits::maxStrategies));
  private static final Field<MetaState, SystemHealth> HEALTH =
      Field.required("system_health", SystemHealthForm.FORM, policy(GlobalPolicy::health));
  private static final Field<MetaState, Optional<Object>> DRAWDOWN =
      Field.shown("system_drawdown", policy(global -> plain(global.health().drawdownPct())));
  private static final Field<MetaState, Optional<Object>> WIN_RATE =
      Field.shown("system_winrate", policy(global -> plain(global.health().winRate())));
  private static final Field<MetaState, List<String>> REASONS =
      Field.withDefault("reasons", TEXTS, List.of(), policy(GlobalPolicy::reasons));
  private static final Field<MetaState, List<Warning>> WARNINGS =
      Field.withDefault(
          "warnings",
          Kinds.list(Kinds.word(Warning.class)),
          List.of(),
          policy(GlobalPolicy::warnings));
  private static final Field<MetaState, Instant> CREATED_AT =
      Field.required("created_at", Kinds.TIME, policy(GlobalPolicy::createdAt));
  private static final Field<MetaState, Instant> UPDATED_AT =
      Field.required("updated_at", Kinds.TIME, policy(GlobalPolicy::updatedAt));
  private static final Field<MetaState, Instant> EXPIRES_AT =
      Field.required("expires_at", Kinds.TIME, policy(GlobalPolicy::expiresAt));

  /** Nobody knows in which slot: due in the next. */
  private static final Field<MetaState, Instant> EVALUATED_SLOT =
      Field.withDefault("evaluated_slot", Kinds.TIME, Instant.EPOCH, MetaState::slotStart);

  private static final Field<RiskMemory, RiskMode> IN_FORCE =
      Field.required("in_force", MODE, RiskMemory::inForce);
  private static final Field<RiskMemory, List<RiskMode>> ASSESSED =
      Field.required("assessed", Kinds.list(MODE), RiskMemory::assessed);
  private static final Field<MetaState, RiskMemory> MEMORY =
      Field.required(
          "memory",
          Form.of(
              "the memory of the risk mode",
              in -> new RiskMemory(IN_FORCE.in(in), ASSESSED.in(in)),
              List.of(IN_FORCE, ASSESSED)),
          MetaState::memory);

  /** All of it; stores write more beside it. */
  public static final Form<MetaState> FORM =
      Form.of(
              "a global policy",
              in ->
                  new MetaState(
                      new GlobalPolicy(
                          RISK_MODE.in(in),
                          ALLOWED.in(in),
                          PROBATION.in(in),
                          new ModeLimits(
                              MAX_RISK.in(in),
                              MIN_CONFIDENCE.in(in),
                              MAX_POSITIONS.in(in),
                              MAX_TRADES.in(in),
                              MAX_SLIPPAGE.in(in),
                              MAX_STRATEGIES.in(in)),
                          HEALTH.in(in),
                          REASONS.in(in),
                          WARNINGS.in(in),
                          CREATED_AT.in(in),
                          UPDATED_AT.in(in),
                          EXPIRES_AT.in(in)),
                      MEMORY.in(in),
                      EVALUATED_SLOT.in(in)),
              List.of(
                  RISK_MODE,
                  ALLOWED,
                  PROBATION,
                  MAX_RISK,
                  MIN_CONFIDENCE,
                  MAX_POSITIONS,
                  MAX_TRADES,
                  MAX_SLIPPAGE,
                  MAX_STRATEGIES,
                  HEALTH,
                  DRAWDOWN,
                  WIN_RATE,
                  REASONS,
                  WARNINGS,
                  CREATED_AT,
                  UPDATED_AT,
                  EXPIRES_AT,
                  EVALUATED_SLOT,
                  MEMORY))
          .open();

  private MetaStateForm() {}

  private static <V> Function<MetaState, V> policy(Function<GlobalPolicy, V> of) {
    return state -> of.apply(state.policy());
  }

  private static <V> Function<MetaState, V> limits(Function<ModeLimits, V> of) {
    return state -> of.apply(state.policy().limits());
  }

  private static Optional<Object> plain(OptionalDouble figure) {
    return figure.isPresent() ? Optional.of(figure.getAsDouble()) : Optional.empty();
  }
}
