package dev.maestro.engine.capital;

import dev.maestro.engine.form.Field;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Form;
import dev.maestro.engine.form.Kind;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.number.Decimals;
import dev.maestro.engine.number.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How the parameters of capital are written and read; durations in seconds. */
public final class CapitalConfigForm {
  /** An amount of money, as it can be kept. */
  public static final Kind<Money> MONEY =
      Kinds.leaf(
          "an amount with at most " + Money.PLACES + " places",
          given -> Decimals.read(given).flatMap(CapitalConfigForm::money),
          Money::toString);

  private static final BigDecimal MILLIS = BigDecimal.valueOf(1000);

  private static final Kind<Duration> SECONDS =
      Kinds.DECIMAL.as(
          seconds -> Duration.ofMillis(seconds.multiply(MILLIS).longValue()),
          duration -> CapitalConfigForm.seconds(duration));

  private static final Field<CapitalConfig, BigDecimal> OVERFILL_TOLERANCE =
      share("overfill_tolerance", SizingLimits::overfillTolerance);
  private static final Field<CapitalConfig, BigDecimal> PRICE_COLLAR_PCT =
      share("price_collar_pct", SizingLimits::priceCollarPct);
  private static final Field<CapitalConfig, BigDecimal> MIN_STOP_PCT =
      share("min_stop_pct", SizingLimits::minStopPct);
  private static final Field<CapitalConfig, BigDecimal> ASSUMED_STOP_PCT =
      share("assumed_stop_pct", SizingLimits::assumedStopPct);
  private static final Field<CapitalConfig, Optional<BigDecimal>> MAX_SYMBOL_EXPOSURE_PCT =
      Field.optional(
          "max_symbol_exposure_pct",
          Kinds.DECIMAL,
          config -> config.sizing().maxSymbolExposurePct());
  private static final Field<CapitalConfig, Optional<Money>> MAX_ORDER_NOTIONAL =
      Field.optional("max_order_notional", MONEY, config -> config.sizing().maxOrderNotional());
  private static final Field<CapitalConfig, Money> MIN_ORDER_NOTIONAL =
      Field.withDefault(
          "min_order_notional",
          MONEY,
          SizingLimits.DEFAULTS.minOrderNotional(),
          config -> config.sizing().minOrderNotional());
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
      Field.withDefault(
          "repeat_limit",
          Kinds.COUNT,
          CapitalConfig.DEFAULTS.repeatLimit(),
          CapitalConfig::repeatLimit);
  private static final Field<CapitalConfig, Integer> MAX_GRANTS_PER_MINUTE =
      Field.withDefault(
          "max_grants_per_minute",
          Kinds.COUNT,
          CapitalConfig.DEFAULTS.maxGrantsPerMinute(),
          CapitalConfig::maxGrantsPerMinute);
  private static final Field<CapitalConfig, Integer> MAX_OPEN =
      Field.withDefault(
          "max_open", Kinds.COUNT, CapitalConfig.DEFAULTS.maxOpen(), CapitalConfig::maxOpen);

  /** All of it; what is absent has its default. */
  public static final Form<CapitalConfig> FORM =
      Form.of(
              "parameters of capital",
              CapitalConfigForm::read,
              List.of(
                  PRICE_COLLAR_PCT,
                  MIN_STOP_PCT,
                  ASSUMED_STOP_PCT,
                  OVERFILL_TOLERANCE,
                  MAX_SYMBOL_EXPOSURE_PCT,
                  MAX_ORDER_NOTIONAL,
                  MIN_ORDER_NOTIONAL,
                  CLAIM_WITHIN,
                  REPORT_WITHIN,
                  ACCOUNT_MAX_AGE,
                  SNAPSHOT_GRACE,
                  DRIFT_CONFIRM,
                  REPEAT_LIMIT,
                  MAX_GRANTS_PER_MINUTE,
                  MAX_OPEN))
          .open();

  private CapitalConfigForm() {}

  private static CapitalConfig read(Fields in) {
    return new CapitalConfig(
        new SizingLimits(
            OVERFILL_TOLERANCE.in(in),
            PRICE_COLLAR_PCT.in(in),
            MIN_STOP_PCT.in(in),
            ASSUMED_STOP_PCT.in(in),
            MAX_SYMBOL_EXPOSURE_PCT.in(in),
            MAX_ORDER_NOTIONAL.in(in),
            MIN_ORDER_NOTIONAL.in(in)),
        new TimeLimits(
            CLAIM_WITHIN.in(in),
            REPORT_WITHIN.in(in),
            ACCOUNT_MAX_AGE.in(in),
            SNAPSHOT_GRACE.in(in),
            DRIFT_CONFIRM.in(in)),
        REPEAT_LIMIT.in(in),
        MAX_GRANTS_PER_MINUTE.in(in),
        MAX_OPEN.in(in));
  }

  private static BigDecimal seconds(Duration duration) {
    BigDecimal seconds = BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros();
    return seconds.scale() < 0 ? seconds.setScale(0) : seconds;
  }

  /** The amount; empty if it has too many places. */
  public static Optional<Money> money(BigDecimal amount) {
    return amount.stripTrailingZeros().scale() > Money.PLACES
        ? Optional.empty()
        : Optional.of(new Money(amount));
  }

  private static Field<CapitalConfig, BigDecimal> share(
      String name, Function<SizingLimits, BigDecimal> of) {
    return Field.withDefault(
        name, Kinds.DECIMAL, of.apply(SizingLimits.DEFAULTS), config -> of.apply(config.sizing()));
  }

  private static Field<CapitalConfig, Duration> time(
      String name, Function<TimeLimits, Duration> of) {
    return Field.withDefault(
        name, SECONDS, of.apply(TimeLimits.DEFAULTS), config -> of.apply(config.times()));
  }
}
