package dev.maestro.firestore.stats;

import dev.maestro.engine.evidence.track.EvidenceBookForm;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.form.UnreadableValueException;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.port.RefusedByStoreException;
import dev.maestro.engine.throttle.ClosedDays;
import dev.maestro.engine.throttle.PerformanceReading;
import dev.maestro.engine.throttle.PerformanceReadingForm;
import dev.maestro.engine.throttle.ThrottleConfig;
import dev.maestro.firestore.store.StoredValue;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@code tenants/{t}/maestro/throttle}: the newest closed days of every strategy. */
public final class ThrottleDocument {
  /** The document below its tenant. */
  public static final String PATH = "maestro/throttle";

  private static final String STRATEGIES = "strategies";
  private static final String CLOSED_DAY = "closed_day";
  private static final String WRITTEN_AT = "written_at";

  private static final String NOTHING_CLOSED = "no day has been closed yet: run snapshot";

  private ThrottleDocument() {}

  /**
   * What is known of each of these strategies. A strategy that a readable document does not name is
   * new: no rows. Without a document, with an unreadable one, or with one whose closed day is more
   * than 4 days before today or has not come, nothing is known of any: unknown rows are not the
   * same as none.
   *
   * @param document empty: there is none
   */
  public static SortedMap<StrategyId, PerformanceReading> readings(
      Optional<Fields> document,
      Collection<StrategyId> strategies,
      Instant now,
      ThrottleConfig config) {
    SortedMap<StrategyId, PerformanceReading> readings = new TreeMap<>();
    Optional<ClosedDays> read = Optional.empty();
    String why = NOTHING_CLOSED;
    try {
      read = document.map(ThrottleDocument::read);
    } catch (UnreadableValueException unreadable) {
      why = String.valueOf(unreadable.getMessage());
    }
    for (StrategyId strategy : strategies) {
      readings.put(
          strategy,
          read.isPresent()
              ? read.get().reading(strategy, now, config)
              : new PerformanceReading.Unavailable(why));
    }
    return readings;
  }

  /**
   * Reads the document; a strategy that cannot be read costs only itself.
   *
   * @throws UnreadableValueException if not even the closed day can be read
   */
  public static ClosedDays read(Fields fields) {
    return new ClosedDays(
        PerformanceReadingForm.read(fields, STRATEGIES),
        fields.get(CLOSED_DAY, Kinds.DAY),
        fields.get(WRITTEN_AT, Kinds.TIME),
        EvidenceBookForm.read(fields));
  }

  /**
   * The fields of the document, typed for the store.
   *
   * @param days of every strategy, or why nothing is known of it: that is stored, too, for one that
   *     is not named would be new
   * @throws RefusedByStoreException if they are larger than 900 KiB
   */
  public static Map<String, Object> fields(ClosedDays days) {
    Map<String, Object> plain = new LinkedHashMap<>(EvidenceBookForm.write(days.evidence()));
    plain.put(
        STRATEGIES,
        days.byStrategy().entrySet().stream().map(PerformanceReadingForm.ROW::write).toList());
    plain.put(CLOSED_DAY, days.closedDay());
    plain.put(WRITTEN_AT, days.writtenAt());
    Map<String, Object> fields = StoredValue.map(plain);
    if (StoredSize.of(fields) > StoredSize.LIMIT) {
      throw new RefusedByStoreException(
          PATH + " would be larger than 900 KiB: lower performance_lookback_days");
    }
    return fields;
  }
}
