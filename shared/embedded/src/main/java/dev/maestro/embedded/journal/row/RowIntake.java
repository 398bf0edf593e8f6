package dev.maestro.embedded.journal.row;

import dev.maestro.embedded.journal.column.ColumnPlan;
import dev.maestro.embedded.journal.doubt.TradeDoubts;
import dev.maestro.embedded.journal.doubt.TradeDoubts.Standing;
import dev.maestro.embedded.journal.fill.Execution;
import dev.maestro.embedded.journal.fill.FillOrder;
import dev.maestro.embedded.journal.fill.RoundTrip;
import dev.maestro.embedded.journal.format.WordRule.Meaning;
import dev.maestro.embedded.journal.known.InverseContracts;
import dev.maestro.embedded.journal.pnl.TradedSide;
import dev.maestro.engine.journal.RejectReason;
import dev.maestro.engine.journal.Trade;
import dev.maestro.engine.journal.TradeField;
import dev.maestro.engine.journal.TradeReader;
import dev.maestro.engine.journal.TradeReading;
import dev.maestro.engine.number.Decimals;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Judges the rows of a file one by one, counts them and passes them on. */
public final class RowIntake implements RowTaker, AutoCloseable {
  private final ColumnPlan plan;
  private final Instant now;
  private final RowSink sink;
  private final ReadCounts counts;
  private final TradeDoubts doubts = new TradeDoubts();
  private final HeaderAgain headerAgain;
  private final Optional<FillIntake> fills;
  private final Optional<Pattern> inverse;
  private long lostFills;

  /** Judges the rows of one reading; executions stand in it oldest first. */
  public RowIntake(ColumnPlan plan, Instant now, RowSink sink, ReadCounts counts) {
    this(plan, now, sink, counts, FillOrder.OLDEST_FIRST);
  }

  /**
   * Judges the rows of one reading.
   *
   * @param order of executions, if the rows are some
   */
  public RowIntake(ColumnPlan plan, Instant now, RowSink sink, ReadCounts counts, FillOrder order) {
    this.plan = plan;
    this.now = now;
    this.sink = sink;
    this.counts = counts;
    this.headerAgain = new HeaderAgain(plan);
    this.inverse = InverseContracts.of(plan.format());
    this.fills = plan.format().fills().map(rule -> new FillIntake(plan, order));
  }

  /** Stands in for the trade id of a row that has none. */
  static String lineId(long line) {
    return "line:" + line;
  }

  @Override
  public void row(JournalRow row, long line) {
    Optional<Meaning> state = plan.state(row.cells());
    if (state.filter(said -> said == Meaning.OTHER || said == Meaning.CANCELS).isPresent()) {
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
          intake.end(this::pass);
          counts.setStillOpen(intake.book().positions());
          for (Execution close : intake.book().unmatched()) {
            broken(close.line(), RejectReason.BAD_STATUS, "closes what the file does not open");
          }
        });
    counts.setRemarks(remarks());
  }

  /** What only the whole of the rows can tell. */
  private List<String> remarks() {
    List<String> remarks = new ArrayList<>(plan.report().doubts());
    remarks.addAll(doubts.sentences());
    plan.unmetMultipliers()
        .ifPresent(
            symbols ->
                remarks.add(
                    "--multiplier names "
                        + symbols
                        + ", which no row of the file has as its symbol"));
    long soldFirst = fills.map(intake -> intake.book().soldFirst()).orElse(0L);
    if (soldFirst > 0) {
      remarks.add(
          soldFirst
              + " symbols begin with a sale, which is taken for a short: if the file begins with"
              + " something held, every trade of them after it is wrong, so export from its"
              + " purchase on");
    }
    if (lostFills > 0) {
      remarks.add(
          lostFills
              + " executions could not be used: what is matched after them in their symbols may be"
              + " wrong, so mend those rows");
    }
    if (counts.headers() > 0 && !plan.hasIds()) {
      remarks.add(
          "the header stands again in the middle: if the file is several exports glued together,"
              + " trades that are in two of them count twice, because this export has no trade id");
    }
    return remarks;
  }

  private void fill(FillIntake intake, JournalRow row, long line) {
    counts.addFill();
    FillIntake.Taken taken = intake.take(row, line);
    if (taken instanceof FillIntake.Taken.Refused refused) {
      lostFills++;
      String id = row.field(TradeField.TRADE_ID).map(Object::toString).orElse(lineId(line));
      pass(new TradeReading.Rejected(id, refused.reason(), refused.found()), row, line);
    } else {
      pass(taken);
    }
  }

  private void pass(FillIntake.Taken taken) {
    if (!(taken instanceof FillIntake.Taken.Trades trades)) {
      return;
    }
    for (RoundTrip trip : trades.trips()) {
      JournalRow made = new MadeRow(plan, trip);
      long line = trip.close().line();
      pass(read(made, Optional.of(Meaning.TRADE), line), made, line);
    }
    if (trades.beyond().signum() > 0) {
      broken(
          trades.line(),
          RejectReason.BAD_STATUS,
          "closes " + trades.beyond().toPlainString() + " more than the file opened before it");
    }
  }

  @Override
  public void close() {
    fills.ifPresent(FillIntake::close);
  }

  private void pass(TradeReading reading, JournalRow row, long line) {
    if (reading instanceof TradeReading.Rejected && headerAgain.isSame(row.cells(), line)) {
      counts.addHeader();
      return;
    }
    count(reading, row);
    sink.accept(reading, line, row);
  }

  @Override
  public void broken(JournalRow row, long line, String found) {
    if (headerAgain.isSame(row.cells(), line)) {
      counts.addHeader();
    } else {
      broken(line, RejectReason.BAD_ROW, found);
    }
  }

  @Override
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
    if (inverse.isPresent() && inverse.get().matcher(row.symbol().strip()).matches()) {
      String rowId = isNamed ? id.get().toString().strip() : fallbackId;
      return new TradeReading.Rejected(
          rowId,
          RejectReason.BAD_STATUS,
          row.found(TradeField.SYMBOL)
              + ", an inverse contract: its P&L is in the coin, not in USD");
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

  private void count(TradeReading reading, JournalRow row) {
    if (reading instanceof TradeReading.Usable usable) {
      counts.addClosed(isAboveOne(usable.trade()));
      check(usable.trade(), row);
    } else if (reading instanceof TradeReading.Open) {
      counts.addOpen();
    } else {
      counts.addRejected();
    }
  }

  private void check(Trade trade, JournalRow row) {
    Optional<BigDecimal> exit = row.field(TradeField.EXIT_PRICE).flatMap(Decimals::read);
    String instrument = row.symbol();
    if (plan.isPnlChecked() && exit.isPresent()) {
      counts.pnlCheck().add(trade, instrument, exit.get(), direction(trade, row));
    }
    boolean hasId = plan.hasIds() || fills.isPresent();
    doubts.add(trade, instrument, hasId ? Standing.WITH_ID : Standing.WITHOUT_ID);
    if (row.field(TradeField.OPENED_AT).orElse("") instanceof Instant opened) {
      doubts.addOpened(trade, opened);
    }
    if (exit.isEmpty()
        && row.field(TradeField.MULTIPLIER).isEmpty()
        && plan.isSizeAssumed(instrument)) {
      doubts.addUnsized(instrument.strip());
    }
  }

  private TradedSide direction(Trade trade, JournalRow row) {
    if (trade.quantity().signum() < 0) {
      return TradedSide.SHORT;
    }
    return plan.isSideSaid()
        ? TradedSide.LONG
        : row.field(TradeField.SIDE)
            .map(side -> TradedSide.of(side.toString()))
            .orElse(TradedSide.UNSAID);
  }

  private static boolean isAboveOne(Trade trade) {
    double capital =
        trade.entryPrice().doubleValue()
            * Math.abs(trade.quantity().doubleValue())
            * trade.multiplier().doubleValue();
    return Math.abs(trade.realizedPnl().doubleValue()) > capital;
  }
}
