package dev.maestro.firestore.snapshot;

import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import dev.maestro.engine.form.UnreadableValueException;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.snapshot.PeriodRow;
import dev.maestro.engine.snapshot.PeriodRowForm;
import dev.maestro.firestore.journal.JournalReader;
import dev.maestro.firestore.store.StoredFields;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of one month of a tenant's strategies: as they are stored, or summed anew. */
public final class MonthRows {
  private final Firestore firestore;
  private final TenantDayReader reader;

  /**
   * Reads and writes here.
   *
   * @param environment variables of the process, for the configuration
   */
  public MonthRows(Firestore firestore, Map<String, String> environment) {
    this.firestore = firestore;
    this.reader = new TenantDayReader(firestore, environment);
  }

  /**
   * A strategy's month.
   *
   * @param row empty: none is stored, or it cannot be read
   * @param error why it cannot be read
   */
  public record Month(String strategy, Uid uid, Optional<PeriodRow> row, Optional<String> error) {}

  /** The stored rows of a month, by strategy. */
  public List<Month> stored(TenantId tenant, YearMonth month, Instant now) {
    TenantDay day = reader.read(tenant, lastClosedDay(month, now), now);
    StoredRows rows = new StoredRows(firestore, tenant);
    List<RegisteredStrategy> strategies = day.registered().strategies();
    rows.load(strategies.stream().map(strategy -> path(strategy, month)).toList());
    List<Month> months = new ArrayList<>();
    for (RegisteredStrategy strategy : strategies) {
      months.add(month(strategy, rows.at(path(strategy, month))));
    }
    return months;
  }

  /**
   * Sums the closed days of a month anew from the journal, and stores them and the month; what is
   * right already is not written.
   *
   * @return how many documents were written
   * @throws UnreadableValueException if the journal or a stored row cannot be read
   */
  public int write(TenantId tenant, YearMonth month, Instant now) {
    TenantDay day = reader.read(tenant, lastClosedDay(month, now), now);
    StoredRows stored = new StoredRows(firestore, tenant);
    Journals journals = Journals.read(new JournalReader(firestore), tenant, day.uids(), now);
    int written = 0;
    for (RegisteredStrategy strategy : day.registered().strategies()) {
      Optional<String> error = journals.error(strategy);
      if (error.isPresent()) {
        throw UnreadableValueException.because(error.get());
      }
      StrategyRows rows = new StrategyRows(day, strategy, stored);
      List<PeriodRow> days = rows.days(journals.of(strategy), month.atDay(1));
      written += stored.write(rows.toWrite(days, month.atDay(1)));
    }
    return written;
  }

  /**
   * The newest closed day of a month.
   *
   * @throws IllegalArgumentException if no day of it is over
   */
  private static LocalDate lastClosedDay(YearMonth month, Instant now) {
    LocalDate yesterday = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(1);
    if (yesterday.isBefore(month.atDay(1))) {
      throw new IllegalArgumentException("no day of " + month + " is over");
    }
    return yesterday.isBefore(month.atEndOfMonth()) ? yesterday : month.atEndOfMonth();
  }

  private static Month month(RegisteredStrategy strategy, DocumentSnapshot document) {
    Optional<PeriodRow> row = Optional.empty();
    Optional<String> error = Optional.empty();
    try {
      if (document.exists()) {
        row = Optional.of(PeriodRowForm.FORM.read(StoredFields.of(document)));
      }
    } catch (UnreadableValueException broken) {
      error = Optional.of(String.valueOf(broken.getMessage()));
    }
    return new Month(strategy.id(), strategy.uid(), row, error);
  }

  private static String path(RegisteredStrategy strategy, YearMonth month) {
    return PeriodRowDocument.path(strategy, month.toString());
  }
}
