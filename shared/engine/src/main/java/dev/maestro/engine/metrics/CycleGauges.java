package dev.maestro.engine.metrics;

import dev.maestro.engine.capital.ledger.Ledger;
import dev.maestro.engine.capital.ledger.LedgerSums;
import dev.maestro.engine.form.Field;
import dev.maestro.engine.form.Form;
import dev.maestro.engine.form.Kinds;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the newest decided cycle shows.
 *
 * @param reservedRatio what open entries reserve over the account's equity, 0 or more; empty if the
 *     ledger or the account is not known
 */
record CycleGauges(Optional<BigDecimal> reservedRatio, Instant decidedAt) {
  /** Clocks differ; a cycle further ahead was not decided then. */
  private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(1);

  private static final double MILLIS = 1000;

  private static final Field<CycleGauges, Optional<BigDecimal>> RESERVED =
      Field.optional("reserved_ratio", Kinds.DECIMAL, CycleGauges::reservedRatio);
  private static final Field<CycleGauges, Instant> DECIDED_AT =
      Field.required("decided_at", Kinds.TIME, CycleGauges::decidedAt);

  /** All of it. */
  static final Form<CycleGauges> FORM =
      Form.of(
          "figures of the newest cycle",
          in -> new CycleGauges(RESERVED.in(in), DECIDED_AT.in(in)),
          List.of(RESERVED, DECIDED_AT));

  /** Checks the range. */
  CycleGauges {
    if (reservedRatio.filter(ratio -> ratio.signum() < 0).isPresent()) {
      throw new IllegalArgumentException(
          "reserved_ratio must be 0 or more, got " + reservedRatio.get());
    }
  }

  static CycleGauges of(Optional<Ledger> ledger, Instant now) {
    return new CycleGauges(ledger.flatMap(CycleGauges::ratio), now);
  }

  Map<Gauge, Double> at(Instant now) {
    Map<Gauge, Double> known = new EnumMap<>(Gauge.class);
    reservedRatio.ifPresent(ratio -> known.put(Gauge.RESERVED_RATIO, ratio.doubleValue()));
    Duration age = Duration.between(decidedAt, now);
    if (age.plus(CLOCK_TOLERANCE).isNegative()) {
      return known;
    }
    known.put(Gauge.LAST_CYCLE_AGE, Math.max(0, age.toMillis()) / MILLIS);
    return known;
  }

  private static Optional<BigDecimal> ratio(Ledger ledger) {
    return ledger
        .account()
        .map(account -> account.equity().value())
        .filter(equity -> equity.signum() > 0)
        .map(equity -> LedgerSums.reserved(ledger).value().divide(equity, MathContext.DECIMAL32));
  }
}
