package dev.maestro.cli.imports;

import com.google.cloud.firestore.Firestore;
import dev.maestro.cli.journal.ReadingBar;
import dev.maestro.embedded.journal.JournalFile;
import dev.maestro.embedded.journal.plan.JournalPlan;
import dev.maestro.embedded.journal.plan.TradeIds;
import dev.maestro.embedded.journal.row.JournalRow;
import dev.maestro.embedded.journal.row.RowSink;
import dev.maestro.engine.journal.RejectReason;
import dev.maestro.engine.journal.TradeReading;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** The second reading of a journal: every row that counts goes to its document. */
final class JournalImport implements RowSink {
  private final JournalPlan plan;
  private final TradeWriter writer;
  private final Uid uid;
  private final TenantId tenant;
  private final long doneLine;
  private final TradeIds ids = new TradeIds();
  private long resumed;

  private JournalImport(
      JournalPlan plan, TradeWriter writer, Uid uid, TenantId tenant, long doneLine) {
    this.plan = plan;
    this.writer = writer;
    this.uid = uid;
    this.tenant = tenant;
    this.doneLine = doneLine;
  }

  /**
   * What an import did.
   *
   * @param resumed rows that an earlier run had stored already
   * @param refused one sentence per row that the store refuses for good
   */
  record Outcome(long written, long unchanged, long resumed, List<String> refused) {}

  /** Imports a file whose rows up to the given line are stored already. */
  static Outcome run(
      Firestore firestore,
      JournalFile file,
      JournalPlan plan,
      Target target,
      long doneLine,
      Consumer<ImportMarker.Done> stored) {
    TradeWriter writer = new TradeWriter(firestore, target.uid(), stored);
    JournalImport rows = new JournalImport(plan, writer, target.uid(), target.tenant(), doneLine);
    ReadingBar.watch(
        "Storing", file.bytes(), progress -> file.forEachRow(target.now(), rows, progress));
    writer.flush();
    return new Outcome(writer.written(), writer.unchanged(), rows.resumed, writer.refused());
  }

  /** Where the rows go, and the time against which they are judged, the same in both readings. */
  record Target(TenantId tenant, Uid uid, Instant now) {}

  @Override
  public boolean wantsText() {
    return true;
  }

  @Override
  public void accept(TradeReading reading, long line) {
    // A line without fields was named by the first reading.
  }

  @Override
  public void accept(TradeReading reading, long line, JournalRow row) {
    if (reading instanceof TradeReading.Rejected rejected
        && rejected.reason() == RejectReason.CLOSED_IN_FUTURE) {
      writer.hold();
    }
    String tradeId = ids.of(reading, line, row);
    if (!(reading instanceof TradeReading.Usable usable) || !plan.isLast(tradeId, line)) {
      return;
    }
    if (line <= doneLine) {
      resumed++;
    } else {
      writer.add(TradeDocument.of(tradeId, line, usable.trade(), row, uid, tenant));
    }
  }
}
