package dev.maestro.firestore.snapshot;

import dev.maestro.engine.number.Decimals;
import dev.maestro.engine.port.RefusedByStoreException;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.snapshot.PeriodRow;
import dev.maestro.firestore.store.StoredFields;
import dev.maestro.firestore.store.StoredValue;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code tenants/{t}/strategy_performance/{uid}__{strategy}__{day or month}}. */
final class PeriodRowDocument {
  private PeriodRowDocument() {}

  /** Where the row stands below its tenant. */
  static String path(RegisteredStrategy strategy, String period) {
    return "strategy_performance/" + strategy.uid() + "__" + strategy.id() + "__" + period;
  }

  /**
   * The fields of a row.
   *
   * @throws RefusedByStoreException if an amount is too large to be read again: stored, it would
   *     make the row unreadable for as long as it is looked at
   */
  static Map<String, Object> fields(RegisteredStrategy strategy, PeriodRow row) {
    requireReadable(row, row.realizedPnl());
    row.unrealizedPnl().ifPresent(mark -> requireReadable(row, mark));
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("uid", strategy.uid().value());
    fields.put("strategy_id", strategy.id().value());
    fields.put("period", row.period().name().toLowerCase(Locale.ROOT));
    fields.put("period_start", row.start().atStartOfDay(ZoneOffset.UTC).toInstant());
    fields.put("date", row.name());
    fields.put("realized_pnl", row.realizedPnl());
    fields.put("unrealized_pnl", row.unrealizedPnl());
    fields.put("capital_base", row.capitalBase());
    fields.put("trades", (long) row.trades());
    return StoredValue.map(fields);
  }

  private static void requireReadable(PeriodRow row, BigDecimal amount) {
    if (Decimals.read(amount).isEmpty()) {
      throw new RefusedByStoreException(
          "the row of " + row.name() + " would hold " + amount + ": amounts are below 1e15");
    }
  }

  /** The mark of a stored row. */
  static Optional<BigDecimal> mark(StoredFields fields) {
    return fields.optionalDecimal("unrealized_pnl");
  }

  /** The capital of a stored row. */
  static Optional<BigDecimal> capital(StoredFields fields) {
    return fields.optionalDecimal("capital_base").filter(base -> base.signum() > 0);
  }
}
