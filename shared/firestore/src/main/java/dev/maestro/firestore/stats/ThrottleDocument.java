package dev.maestro.firestore.stats;

import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.port.RefusedByStoreException;
import dev.maestro.engine.throttle.ClosedDays;
import dev.maestro.engine.throttle.DayResult;
import dev.maestro.engine.throttle.PerformanceReading;
import dev.maestro.firestore.store.StoredFields;
import dev.maestro.firestore.store.StoredValue;
import dev.maestro.firestore.store.UnreadableDocumentException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@code tenants/{t}/maestro/throttle}: the newest closed days of every strategy. */
public final class ThrottleDocument {
  /** The document below its tenant. */
  public static final String PATH = "maestro/throttle";

  private static final String NOTHING_CLOSED = "no day has been closed yet: run snapshot";

  private ThrottleDocument() {}

  /**
   * What is known of each of these strategies. A strategy that a readable document does not name is
   * new: no rows. Without a document, with an unreadable one, or with one whose closed day is more
   * than 4 days before today, nothing is known of any: unknown rows are not the same as none.
   *
   * @param document empty: there is none
   */
  public static SortedMap<StrategyId, PerformanceReading> readings(
      Optional<StoredFields> document, Collection<StrategyId> strategies, Instant now) {
    SortedMap<StrategyId, PerformanceReading> readings = new TreeMap<>();
    Optional<ClosedDays> read = Optional.empty();
    String why = NOTHING_CLOSED;
    try {
      read = document.map(ThrottleDocument::read);
    } catch (UnreadableDocumentException unreadable) {
      why = String.valueOf(unreadable.getMessage());
    }
    for (StrategyId strategy : strategies) {
      readings.put(
          strategy,
          read.isPresent()
              ? read.get().reading(strategy, now)
              : new PerformanceReading.Unavailable(why));
    }
    return readings;
  }

  /**
   * Reads the document; a strategy that cannot be read costs only itself.
   *
   * @throws UnreadableDocumentException if not even the closed day can be read
   */
  public static ClosedDays read(StoredFields fields) {
    SortedMap<StrategyId, PerformanceReading> byStrategy = new TreeMap<>();
    for (StoredFields row : fields.require("strategies").maps("strategies")) {
      StrategyId.of(row.text("strategy")).ifPresent(id -> byStrategy.put(id, reading(row)));
    }
    return new ClosedDays(byStrategy, fields.day("closed_day"), fields.time("written_at"));
  }

  /**
   * The fields of the document, typed for the store.
   *
   * @param days of every strategy, or why nothing is known of it: that is stored, too, for one that
   *     is not named would be new
   * @throws RefusedByStoreException if they are larger than 900 KiB
   */
  public static Map<String, Object> fields(ClosedDays days) {
    List<Map<String, Object>> strategies = new ArrayList<>();
    days.byStrategy().forEach((strategy, reading) -> strategies.add(fields(strategy, reading)));
    Map<String, Object> fields =
        StoredValue.map(
            Map.of(
                "strategies",
                strategies,
                "closed_day",
                days.closedDay(),
                "written_at",
                days.writtenAt()));
    if (StoredSize.of(fields) > StoredSize.LIMIT) {
      throw new RefusedByStoreException(
          PATH + " would be larger than 900 KiB: lower performance_lookback_days");
    }
    return fields;
  }

  private static Map<String, Object> fields(StrategyId strategy, PerformanceReading reading) {
    return reading instanceof PerformanceReading.Unavailable unknown
        ? Map.of("strategy", strategy.value(), "unavailable", unknown.why())
        : columns(strategy, ((PerformanceReading.Rows) reading).days());
  }

  private static Map<String, Object> columns(StrategyId strategy, List<DayResult> days) {
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put("strategy", strategy.value());
    columns.put("dates", days.stream().map(DayResult::date).toList());
    columns.put("realized_pnl", days.stream().map(DayResult::realizedPnl).toList());
    columns.put("unrealized_pnl", days.stream().map(day -> orBlank(day.unrealizedPnl())).toList());
    columns.put("capital_base", days.stream().map(day -> orBlank(day.capitalBase())).toList());
    return columns;
  }

  private static Object orBlank(Optional<BigDecimal> value) {
    return value.map(BigDecimal::toPlainString).orElse("");
  }

  private static PerformanceReading reading(StoredFields row) {
    Optional<Object> unavailable = row.raw("unavailable");
    if (unavailable.isPresent()) {
      return new PerformanceReading.Unavailable(unavailable.get().toString());
    }
    try {
      Columns columns = new Columns(row, row.require("dates").list("dates").size());
      List<String> dates = columns.texts("dates");
      List<BigDecimal> realized = columns.decimals("realized_pnl");
      List<Optional<BigDecimal>> unrealized = columns.optionalDecimals("unrealized_pnl");
      List<Optional<BigDecimal>> capital = columns.optionalDecimals("capital_base");
      List<DayResult> days = new ArrayList<>();
      for (int i = 0; i < dates.size(); i++) {
        days.add(
            new DayResult(
                LocalDate.parse(dates.get(i)), realized.get(i), unrealized.get(i), capital.get(i)));
      }
      return new PerformanceReading.Rows(days);
    } catch (UnreadableDocumentException | DateTimeException | IllegalArgumentException broken) {
      return new PerformanceReading.Unavailable(String.valueOf(broken.getMessage()));
    }
  }
}
