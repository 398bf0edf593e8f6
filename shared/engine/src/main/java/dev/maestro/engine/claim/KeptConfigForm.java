package dev.maestro.engine.claim;

import dev.maestro.engine.capital.CapitalConfig;
import dev.maestro.engine.capital.ExactKinds;
import dev.maestro.engine.capital.SizingLimits;
import dev.maestro.engine.capital.TimeLimits;
import dev.maestro.engine.form.Field;
import dev.maestro.engine.form.Form;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.number.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How the parameters of capital are kept with a ledger. Not how a tenant configures them. */
final class KeptConfigForm {
  private static final Field<CapitalConfig, BigDecimal> OVERFILL_TOLERANCE =
      decimal("overfill_tolerance", SizingLimits::overfillTolerance);
  private static final Field<CapitalConfig, BigDecimal> PRICE_COLLAR =
      decimal("price_collar_pct", SizingLimits::priceCollarPct);
  private static final Field<CapitalConfig, BigDecimal> MIN_STOP =
      decimal("min_stop_pct", SizingLimits::minStopPct);
  private static final Field<CapitalConfig, BigDecimal> ASSUMED_STOP =
      decimal("assumed_stop_pct", SizingLimits::assumedStopPct);
  private static final Field<CapitalConfig, Optional<BigDecimal>> MAX_SYMBOL_EXPOSURE =
      Field.required(
          "max_symbol_exposure_pct",
          ExactKinds.orBlank(ExactKinds.DECIMAL),
          config -> config.sizing().maxSymbolExposurePct());
  private static final Field<CapitalConfig, Optional<Money>> MAX_ORDER =
      Field.required(
          "max_order_notional",
          ExactKinds.orBlank(ExactKinds.MONEY),
          config -> config.sizing().maxOrderNotional());
  private static final Field<CapitalConfig, Money> MIN_ORDER =
      Field.required(
          "min_order_notional", ExactKinds.MONEY, config -> config.sizing().minOrderNotional());
  private static final Field<CapitalConfig, Duration> CLAIM_WITHIN =
      time("claim_within", TimeLimits::claimWithin);
  private static final Field<CapitalConfig, Duration> REPORT_WITHIN =
      time("report_within", TimeLimits::reportWithin);
  private static final Field<CapitalConfig, Duration> ACCOUNT_MAX_AGE =
      time("account_max_age", TimeLimits::accountMaxAge);
  private static final Field<CapitalConfig, Duration> SNAPSHOT_GRACE =
      time("snapshot_grace", TimeLimits::snapshotGrace);
  private static final Field<CapitalConfig, Duration> DRIFT_CONFIRM =
      time("drift_confirm", TimeLimits::driftConfirm);
  private static final Field<CapitalConfig, Integer> REPEAT_LIMIT =
      Field.required("repeat_limit", Kinds.COUNT, CapitalConfig::repeatLimit);
  private static final Field<CapitalConfig, Integer> MAX_GRANTS =
      Field.required("max_grants_per_minute", Kinds.COUNT, CapitalConfig::maxGrantsPerMinute);
  private static final Field<CapitalConfig, Integer> MAX_OPEN =
      Field.required("max_open", Kinds.COUNT, CapitalConfig::maxOpen);

  /** All of it; nothing has a default here. */
  static final Form<CapitalConfig> FORM =
      Form.of(
          "parameters of capital",
          in ->
              new CapitalConfig(
                  new SizingLimits(
                      OVERFILL_TOLERANCE.in(in),
                      PRICE_COLLAR.in(in),
                      MIN_STOP.in(in),
                      ASSUMED_STOP.in(in),
                      MAX_SYMBOL_EXPOSURE.in(in),
                      MAX_ORDER.in(in),
                      MIN_ORDER.in(in)),
                  new TimeLimits(
                      CLAIM_WITHIN.in(in),
                      REPORT_WITHIN.in(in),
                      ACCOUNT_MAX_AGE.in(in),
                      SNAPSHOT_GRACE.in(in),
                      DRIFT_CONFIRM.in(in)),
                  REPEAT_LIMIT.in(in),
                  MAX_GRANTS.in(in),
                  MAX_OPEN.in(in)),
          List.of(
              OVERFILL_TOLERANCE,
              PRICE_COLLAR,
              MIN_STOP,
              ASSUMED_STOP,
              MAX_SYMBOL_EXPOSURE,
              MAX_ORDER,
              MIN_ORDER,
              CLAIM_WITHIN,
              REPORT_WITHIN,
              ACCOUNT_MAX_AGE,
              SNAPSHOT_GRACE,
              DRIFT_CONFIRM,
              REPEAT_LIMIT,
              MAX_GRANTS,
              MAX_OPEN));

  private KeptConfigForm() {}

  private static Field<CapitalConfig, BigDecimal> decimal(
      String name, Function<SizingLimits, BigDecimal> of) {
    return Field.required(name, ExactKinds.DECIMAL, config -> of.apply(config.sizing()));
  }

  private static Field<CapitalConfig, Duration> time(
      String name, Function<TimeLimits, Duration> of) {
    return Field.required(name, ExactKinds.DURATION, config -> of.apply(config.times()));
  }
}
