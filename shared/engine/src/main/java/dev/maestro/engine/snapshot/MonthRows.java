package dev.maestro.engine.snapshot;

import dev.maestro.engine.form.UnreadableValueException;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.snapshot.day.DayStores;
import dev.maestro.engine.snapshot.day.TenantDay;
import dev.maestro.engine.snapshot.row.PeriodRow;
import dev.maestro.engine.snapshot.row.RowPlace;
import dev.maestro.engine.snapshot.row.StoredRow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The rows of one month of a tenant's strategies: as they are stored, or summed anew. */
public final class MonthRows {
  private final DayStores stores;

  /** Reads and writes here. */
  public MonthRows(DayStores stores) {
    this.stores = stores;
  }

  /**
   * A strategy's month.
   *
   * @param row empty: none is stored, or it cannot be read
   * @param error why it cannot be read
   */
  public record Month(
      StrategyId strategy, Uid uid, Optional<PeriodRow> row, Optional<String> error) {}

  /**
   * The stored rows of a month, by strategy.
   *
   * @throws IllegalArgumentException if no day of the month is over
   * @throws dev.maestro.engine.tenant.UnknownTenantException if there is no such tenant
   */
  public List<Month> stored(TenantId tenant, YearMonth month, Instant now) {
    TenantDay day = stores.days().load(tenant, lastClosedDay(month, now), now);
    List<RegisteredStrategy> strategies = day.strategies().known();
    Map<RowPlace, StoredRow> rows =
        stores
            .rows()
            .load(
                tenant,
                strategies.stream()
                    .map(strategy -> RowPlace.of(strategy, month))
                    .collect(Collectors.toSet()));
    return strategies.stream()
        .map(
            strategy ->
                month(strategy, Optional.ofNullable(rows.get(RowPlace.of(strategy, month)))))
        .toList();
  }

  /**
   * Sums the closed days of a month anew from the journal, and stores them and the month; what is
   * right already is not written.
   *
   * @return how many rows were written
   * @throws UnreadableValueException if the journal or a stored row cannot be read
   */
  public int write(TenantId tenant, YearMonth month, Instant now) {
    TenantDay day = stores.days().load(tenant, lastClosedDay(month, now), now);
    Journals journals = Journals.read(stores.journals(), day);
    int written = 0;
    for (RegisteredStrategy strategy : day.strategies().known()) {
      Optional<String> error = journals.error(strategy);
      if (error.isPresent()) {
        throw UnreadableValueException.because(error.get());
      }
      StrategyRows rows = new StrategyRows(day, strategy, stores.rows());
      List<PeriodRow> days = rows.days(journals.of(strategy), month.atDay(1));
      written += rows.store(days, month.atDay(1));
    }
    return written;
  }

  /** The newest closed day of a month. */
  private static LocalDate lastClosedDay(YearMonth month, Instant now) {
    LocalDate yesterday = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(1);
    if (yesterday.isBefore(month.atDay(1))) {
      throw new IllegalArgumentException("no day of " + month + " is over");
    }
    return yesterday.isBefore(month.atEndOfMonth()) ? yesterday : month.atEndOfMonth();
  }

  private static Month month(RegisteredStrategy strategy, Optional<StoredRow> stored) {
    Optional<PeriodRow> row =
        stored
            .filter(StoredRow.Known.class::isInstance)
            .flatMap(known -> ((StoredRow.Known) known).row());
    Optional<String> error = stored.filter(there -> row.isEmpty()).map(MonthRows::why);
    return new Month(strategy.id(), strategy.uid(), row, error);
  }

  private static String why(StoredRow row) {
    return row instanceof StoredRow.Unreadable unreadable
        ? unreadable.why()
        : "a part of the row is missing: write the month again";
  }
}
