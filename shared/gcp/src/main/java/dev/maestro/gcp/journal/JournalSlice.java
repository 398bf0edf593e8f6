package dev.maestro.gcp.journal;

import dev.maestro.engine.journal.RawTrade;
import dev.maestro.engine.journal.Rejection;
import dev.maestro.engine.journal.Trade;
import dev.maestro.engine.journal.TradeReader;
import dev.maestro.engine.journal.TradeReading;
import dev.maestro.gcp.firestore.StoredFields;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Part of a user's journal.
 *
 * @param trades the usable closed ones, in no particular order
 * @param rejections the documents that cannot be used
 */
public record JournalSlice(List<JournalTrade> trades, List<Rejection> rejections) {
  /** Keeps its own copies. */
  public JournalSlice {
    trades = List.copyOf(trades);
    rejections = List.copyOf(rejections);
  }

  /** The same with those trades only that a test admits; the rejections stay. */
  public JournalSlice only(Predicate<JournalTrade> admitted) {
    return new JournalSlice(trades.stream().filter(admitted).toList(), rejections);
  }

  /** Collects the documents of a journal. */
  static final class Builder {
    private final String uid;
    private final Instant now;
    private final List<JournalTrade> trades = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();

    Builder(String uid, Instant now) {
      this.uid = uid;
      this.now = now;
    }

    void add(String id, StoredFields fields) {
      RawTrade row = RawTrade.of(fields.values());
      TradeReading reading = TradeReader.read(row, id, now);
      if (reading instanceof TradeReading.Usable usable) {
        trades.add(JournalTrade.of(uid, id, row, inMicros(usable.trade())));
      } else if (reading instanceof TradeReading.Rejected rejected) {
        rejections.add(Rejection.ofDocument(id, rejected.reason()));
      }
    }

    JournalSlice build() {
      return new JournalSlice(trades, rejections);
    }

    /** Text may hold nanoseconds; what Firestore gives back of them are microseconds. */
    private static Trade inMicros(Trade trade) {
      return new Trade(
          trade.tradeId(),
          trade.agentId(),
          trade.closedAt().truncatedTo(ChronoUnit.MICROS),
          trade.realizedPnl(),
          trade.entryPrice(),
          trade.quantity(),
          trade.multiplier());
    }
  }
}
