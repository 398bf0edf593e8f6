package dev.maestro.embedded.journal.row;

import dev.maestro.embedded.journal.column.ColumnPlan;
import dev.maestro.embedded.journal.fill.Execution;
import dev.maestro.embedded.journal.fill.RoundTrip;
import dev.maestro.embedded.journal.format.WordRule.Meaning;
import dev.maestro.engine.journal.RejectReason;
import dev.maestro.engine.journal.Trade;
import dev.maestro.engine.journal.TradeField;
import dev.maestro.engine.journal.TradeReader;
import dev.maestro.engine.journal.TradeReading;
import java.time.Instant;
import java.util.Optional;

/** Judges the rows of a file one by one, counts them and passes them on. */
public final class RowIntake {
  private final ColumnPlan plan;
  private final Instant now;
  private final RowSink sink;
  private final ReadCounts counts;
  private final HeaderAgain headerAgain;
  private final Optional<FillIntake> fills;

  /** Judges the rows of one reading. */
  public RowIntake(ColumnPlan plan, Instant now, RowSink sink, ReadCounts counts) {
    this.plan = plan;
    this.now = now;
    this.sink = sink;
    this.counts = counts;
    this.headerAgain = new HeaderAgain(plan);
    this.fills = plan.format().fills().map(rule -> new FillIntake(plan));
  }

  /** Stands in for the trade id of a row that has none. */
  static String lineId(long line) {
    return "line:" + line;
  }

  /** A row with all its cells. */
  public void row(JournalRow row, long line) {
    Optional<Meaning> state = plan.state(row.cells());
    if (state.isPresent() && state.get() == Meaning.OTHER) {
      counts.addOther();
      return;
    }
    if (fills.isPresent() && state.filter(said -> said == Meaning.TRADE).isPresent()) {
      fill(fills.get(), row, line);
      return;
    }
    pass(read(row, state, line), row, line);
  }

  /** All rows were read. */
  public void end() {
    fills.ifPresent(
        intake -> {
          counts.setStillOpen(intake.book().positions());
          for (Execution close : intake.book().unmatched()) {
            broken(close.line(), RejectReason.BAD_STATUS, "closes what the file does not open");
          }
        });
  }

  private void fill(FillIntake intake, JournalRow row, long line) {
    counts.addFill();
    FillIntake.Taken taken = intake.take(row, line);
    if (taken instanceof FillIntake.Taken.Refused refused) {
      String id = row.field(TradeField.TRADE_ID).map(Object::toString).orElse(lineId(line));
      pass(new TradeReading.Rejected(id, refused.reason(), refused.found()), row, line);
    } else if (taken instanceof FillIntake.Taken.Trades trades) {
      for (RoundTrip trip : trades.trips()) {
        JournalRow made = new MadeRow(plan, trip);
        pass(
            read(made, Optional.of(Meaning.TRADE), trip.close().line()), made, trip.close().line());
      }
    }
  }

  private void pass(TradeReading reading, JournalRow row, long line) {
    count(reading);
    if (reading instanceof TradeReading.Rejected && headerAgain.isSame(row.cells(), line)) {
      return;
    }
    sink.accept(reading, line, row);
  }

  /** A line that is no row. */
  public void broken(long line, RejectReason reason, String found) {
    counts.addRejected();
    sink.accept(new TradeReading.Rejected(lineId(line), reason, found), line);
  }

  private TradeReading read(JournalRow row, Optional<Meaning> state, long line) {
    Optional<Object> id = row.field(TradeField.TRADE_ID);
    boolean isNamed = id.isPresent() && id.get() instanceof String text && !text.isBlank();
    String fallbackId = isNamed ? "" : lineId(line);
    if (state.isEmpty()) {
      String rowId = isNamed ? id.get().toString().strip() : fallbackId;
      return new TradeReading.Rejected(
          rowId, RejectReason.BAD_STATUS, plan.unknownState(row.cells()));
    }
    if (state.get() == Meaning.OPEN) {
      return new TradeReading.Open(isNamed ? id.get().toString().strip() : fallbackId);
    }
    TradeReading reading = TradeReader.read(row, fallbackId, now);
    return reading instanceof TradeReading.Rejected rejected ? withFound(rejected, row) : reading;
  }

  private static TradeReading withFound(TradeReading.Rejected rejected, JournalRow row) {
    String found =
        rejected.reason() == RejectReason.ZERO_CAPITAL
            ? row.found(TradeField.ENTRY_PRICE) + ", " + row.found(TradeField.QUANTITY)
            : rejected.reason().field().map(row::found).orElse("");
    return new TradeReading.Rejected(rejected.tradeId(), rejected.reason(), found);
  }

  private void count(TradeReading reading) {
    if (reading instanceof TradeReading.Usable usable) {
      counts.addClosed(isAboveOne(usable.trade()));
    } else if (reading instanceof TradeReading.Open) {
      counts.addOpen();
    } else {
      counts.addRejected();
    }
  }

  private static boolean isAboveOne(Trade trade) {
    double capital =
        trade.entryPrice().doubleValue()
            * Math.abs(trade.quantity().doubleValue())
            * trade.multiplier().doubleValue();
    return Math.abs(trade.realizedPnl().doubleValue()) > capital;
  }
}
