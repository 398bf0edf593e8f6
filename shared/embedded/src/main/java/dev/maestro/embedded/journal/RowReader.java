package dev.maestro.embedded.journal;

import dev.maestro.embedded.journal.column.ColumnPlan;
import dev.maestro.embedded.journal.column.PlanFinder;
import dev.maestro.embedded.journal.csv.CsvHead;
import dev.maestro.embedded.journal.csv.CsvJournal;
import dev.maestro.embedded.journal.fill.FillOrder;
import dev.maestro.embedded.journal.format.ReadOptions;
import dev.maestro.embedded.journal.json.JsonHead;
import dev.maestro.embedded.journal.json.JsonJournal;
import dev.maestro.embedded.journal.row.OrderScan;
import dev.maestro.embedded.journal.row.ReadCounts;
import dev.maestro.embedded.journal.row.RowIntake;
import dev.maestro.embedded.journal.row.RowSink;
import dev.maestro.embedded.journal.row.RowTaker;
import dev.maestro.embedded.journal.row.TakenBack;
import dev.maestro.embedded.journal.source.JournalFileException;
import dev.maestro.embedded.journal.source.JournalSource;
import dev.maestro.embedded.journal.source.ReadProgress;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;

/** Reads the rows of one file by one plan, as often as they are asked for. */
final class RowReader {
  /** Objects with fewer names are rather an envelope than a trade. */
  private static final int FEW_NAMES = 4;

  private final JournalSource source;
  private final Optional<CsvHead> csv;
  private final boolean isDocument;
  private final ColumnPlan plan;
  private Optional<FillOrder> order = Optional.empty();
  private Optional<TakenBack> takenBack = Optional.empty();

  private RowReader(
      JournalSource source, Optional<CsvHead> csv, boolean isDocument, ColumnPlan plan) {
    this.source = source;
    this.csv = csv;
    this.isDocument = isDocument;
    this.plan = plan;
  }

  /** Finds out how a file is read. */
  static RowReader of(JournalSource source, ReadOptions options) throws IOException {
    if (!JsonHead.isJson(source.head())) {
      CsvHead head = CsvHead.in(source.head(), options);
      return new RowReader(source, Optional.of(head), false, PlanFinder.of(head.names(), options));
    }
    JsonHead head = JsonHead.of(source);
    try {
      return new RowReader(
          source, Optional.empty(), head.isDocument(), PlanFinder.ofNames(head.names(), options));
    } catch (JournalFileException refused) {
      throw head.names().size() > FEW_NAMES
          ? refused
          : new JournalFileException(
              refused.getMessage()
                  + "; if the rows stand deeper in the JSON, take them out first: jq"
                  + " '.path.to.list' FILE > trades.json",
              refused);
    }
  }

  /** How columns become fields. */
  ColumnPlan plan() {
    return plan;
  }

  /** Passes every row to the sink, in file order. */
  ReadCounts read(Instant now, RowSink sink, ReadProgress progress) throws IOException {
    ReadCounts counts = new ReadCounts();
    boolean isByTime = plan.format().fills().isPresent() && !plan.hasGroups();
    if (isByTime && order.isEmpty()) {
      OrderScan scan = new OrderScan(plan);
      pass(scan, false, ReadProgress.NONE);
      order = Optional.of(scan.order());
    }
    order.ifPresent(counts::setOrder);
    if (plan.mayTakeBack() && takenBack.isEmpty()) {
      TakenBack scan = new TakenBack(plan);
      pass(scan, false, ReadProgress.NONE);
      takenBack = Optional.of(scan);
    }
    try (RowIntake intake =
        new RowIntake(plan, now, sink, counts, order.orElse(FillOrder.OLDEST_FIRST))) {
      pass(
          takenBack.<RowTaker>map(ids -> ids.without(intake, counts)).orElse(intake),
          sink.wantsText(),
          progress);
      intake.end();
    }
    takenBack.flatMap(TakenBack::remark).ifPresent(counts::addRemark);
    csv.ifPresent(head -> requireDecimalMark(head.separator(), counts));
    plan.requireMultipliers();
    return counts;
  }

  /** A file of numbers that may all mean two things is not read by the one that comes first. */
  private void requireDecimalMark(char separator, ReadCounts counts) {
    Optional<String> unclear = plan.unclearDecimal();
    if (unclear.isEmpty()) {
      return;
    }
    String doubt =
        "every number with a mark has three digits behind it ("
            + unclear.get()
            + "), so it may be decimals or thousands: say --decimal-point or --decimal-comma for"
            + " the mark of its decimals";
    if (separator != ',' || unclear.get().indexOf(',') >= 0) {
      throw new JournalFileException(doubt);
    }
    counts.addRemark(doubt + "; they were read as decimals");
  }

  private void pass(RowTaker taker, boolean wantsText, ReadProgress progress) throws IOException {
    if (csv.isPresent()) {
      try (InputStream bytes = source.stream()) {
        new CsvJournal(csv.get(), plan, taker).read(bytes, wantsText, progress);
      }
    } else {
      JsonJournal json = new JsonJournal(plan, taker, wantsText);
      if (isDocument) {
        json.readDocument(source);
      } else {
        json.readLines(source, progress);
      }
    }
  }
}
