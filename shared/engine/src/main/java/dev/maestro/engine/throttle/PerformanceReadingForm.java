package dev.maestro.engine.throttle;

import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.form.UnreadableValueException;
import dev.maestro.engine.form.View;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.throttle.PerformanceReading.Rows;
import dev.maestro.engine.throttle.PerformanceReading.Unavailable;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How the closed days of strategies are written and read: a row of columns for each. */
public final class PerformanceReadingForm {
  private static final String STRATEGY = "strategy";
  private static final String UNAVAILABLE = "unavailable";

  private static final View<Map.Entry<StrategyId, PerformanceReading>> KNOWN =
      View.<Map.Entry<StrategyId, PerformanceReading>>empty()
          .with(STRATEGY, Map.Entry::getKey)
          .all(DayResultForm.COLUMNS, row -> ((Rows) row.getValue()).days());

  private static final View<Map.Entry<StrategyId, PerformanceReading>> UNKNOWN =
      View.<Map.Entry<StrategyId, PerformanceReading>>empty()
          .with(STRATEGY, Map.Entry::getKey)
          .with(UNAVAILABLE, row -> ((Unavailable) row.getValue()).why());

  /** A strategy and what could be learned of it. */
  public static final View<Map.Entry<StrategyId, PerformanceReading>> ROW =
      View.choice(row -> row.getValue() instanceof Rows ? KNOWN : UNKNOWN);

  private PerformanceReadingForm() {}

  /** Reads the rows of a list; a strategy that cannot be read costs only itself. */
  public static SortedMap<StrategyId, PerformanceReading> read(Fields in, String list) {
    SortedMap<StrategyId, PerformanceReading> byStrategy = new TreeMap<>();
    for (Fields row : in.require(list).list(list)) {
      StrategyId.of(row.get(STRATEGY, Kinds.TEXT)).ifPresent(id -> byStrategy.put(id, read(row)));
    }
    return byStrategy;
  }

  private static PerformanceReading read(Fields row) {
    try {
      return row.has(UNAVAILABLE)
          ? new Unavailable(row.get(UNAVAILABLE, Kinds.TEXT))
          : new Rows(DayResultForm.COLUMNS.read(row));
    } catch (UnreadableValueException broken) {
      return new Unavailable(String.valueOf(broken.getMessage()));
    }
  }
}
