package dev.maestro.embedded.replay.day;

import dev.maestro.embedded.journal.JournalFile;
import dev.maestro.embedded.journal.row.RowSink;
import dev.maestro.embedded.journal.source.JournalFileException;
import dev.maestro.embedded.journal.source.ReadProgress;
import dev.maestro.engine.journal.Trade;
import dev.maestro.engine.journal.TradeReading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The days of a journal in a file. One whose rows stand in the order of closing is read once, as a
 * stream; one of another order, or that corrects trades of earlier rows, is read again and sorted
 * in memory. Of a corrected trade the last usable row counts from its day on: when it was corrected
 * a file does not say. Trades of today are left out: the day is not over.
 */
public final class JournalDays {
  /** So many trades are sorted in memory. */
  public static final int MOST_SORTED = 2_000_000;

  private final JournalFile file;
  private final Instant now;
  private final long today;
  private long trades;
  private long corrections;

  /** The days of a file that are over now. */
  public JournalDays(JournalFile file, Instant now) {
    this.file = file;
    this.now = now;
    this.today = DayBuilder.today(now);
  }

  /**
   * Walks the days.
   *
   * @param sinks a new one for each reading; the last one has met every day once
   * @throws JournalFileException if it is no readable journal, or too large to be sorted
   */
  public void forEach(Supplier<Consumer<ReplayDay>> sinks, ReadProgress progress) {
    InOrder stream = new InOrder(sinks.get());
    file.forEachRow(now, stream, progress);
    if (stream.isOrdered) {
      stream.days.close();
      trades = stream.count;
    } else {
      sorted(sinks.get(), progress);
    }
  }

  /** Trades that were walked in the last reading, at least 0. */
  public long trades() {
    return trades;
  }

  /** Rows that took the place of an earlier one of the same trade. */
  public long corrections() {
    return corrections;
  }

  /** Rows as they come, until one is out of order. */
  private final class InOrder implements RowSink {
    private final DayBuilder days;
    private final SeenIds ids = new SeenIds();
    private boolean isOrdered = true;
    private long count;

    InOrder(Consumer<ReplayDay> sink) {
      this.days = new DayBuilder(sink);
    }

    @Override
    public void accept(TradeReading reading, long line) {
      if (!isOrdered || !(reading instanceof TradeReading.Usable usable)) {
        return;
      }
      Trade trade = usable.trade();
      isOrdered = days.isInOrder(trade) && ids.add(trade.tradeId());
      if (isOrdered && DayBuilder.dayOf(trade) < today) {
        days.add(trade);
        count++;
      }
    }
  }

  private void sorted(Consumer<ReplayDay> sink, ReadProgress progress) {
    Map<String, Trade> byId = new HashMap<>();
    corrections = 0;
    file.forEachRow(
        now,
        (reading, line) -> {
          if (reading instanceof TradeReading.Usable usable) {
            Trade before = byId.put(usable.trade().tradeId(), usable.trade());
            corrections += before == null ? 0 : 1;
            if (byId.size() > MOST_SORTED) {
              throw new JournalFileException(
                  "its rows are not in the order of closing, and are too many to be sorted here:"
                      + " sort them by closed_at");
            }
          }
        },
        progress);
    List<Trade> ordered = new ArrayList<>(byId.values());
    ordered.removeIf(trade -> DayBuilder.dayOf(trade) >= today);
    ordered.sort(Comparator.comparing(Trade::closedAt).thenComparing(Trade::tradeId));
    trades = ordered.size();
    DayBuilder days = new DayBuilder(sink);
    ordered.forEach(days::add);
    days.close();
  }
}
