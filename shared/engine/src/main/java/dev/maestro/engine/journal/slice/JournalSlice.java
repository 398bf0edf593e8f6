package dev.maestro.engine.journal.slice;

import dev.maestro.engine.journal.RawTrade;
import dev.maestro.engine.journal.Rejection;
import dev.maestro.engine.journal.Trade;
import dev.maestro.engine.journal.TradeReader;
import dev.maestro.engine.journal.TradeReading;
import dev.maestro.engine.meta.health.ClosedTrade;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Part of a user's journal.
 *
 * @param trades the usable closed ones, in no particular order
 * @param losses in documents that cannot be used; they are among the rejections, too
 * @param rejections the documents that cannot be used
 */
public record JournalSlice(
    List<StoredTrade> trades, List<JournalLoss> losses, List<Rejection> rejections) {
  /** Keeps its own copies. */
  public JournalSlice {
    trades = List.copyOf(trades);
    losses = List.copyOf(losses);
    rejections = List.copyOf(rejections);
  }

  /**
   * The same with the trades of one tenant of its user only, those that name no tenant among them;
   * the rejections stay.
   */
  public JournalSlice of(TenantId tenant) {
    return new JournalSlice(
        trades.stream().filter(trade -> trade.isOf(tenant)).toList(),
        losses.stream().filter(loss -> loss.isOf(tenant)).toList(),
        rejections);
  }

  /** Of a user who is not the tenant's: what names the tenant, and nothing else. */
  public JournalSlice naming(TenantId tenant) {
    return new JournalSlice(
        trades.stream().filter(trade -> trade.names(tenant)).toList(),
        losses.stream().filter(loss -> loss.names(tenant)).toList(),
        List.of());
  }

  /** What health and scores need: usable trades, and losses whether usable or not. */
  public List<ClosedTrade> closedTrades() {
    return Stream.concat(
            trades.stream().map(StoredTrade::closedTrade),
            losses.stream().map(JournalLoss::closedTrade))
        .toList();
  }

  /** Collects the documents of a journal. */
  public static final class Builder {
    private final Uid uid;
    private final Instant now;
    private final List<StoredTrade> trades = new ArrayList<>();
    private final List<JournalLoss> losses = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();

    /**
     * Nothing yet.
     *
     * @param uid whose journal it is
     * @param now a close later than now + 5 min is a rejection
     */
    public Builder(Uid uid, Instant now) {
      this.uid = uid;
      this.now = now;
    }

    /** Takes in a document: a trade, a loss among what cannot be used, or neither. */
    public void add(String id, RawTrade row) {
      TradeReading reading = TradeReader.read(row, id, now);
      if (reading instanceof TradeReading.Usable usable) {
        trades.add(StoredTrade.of(uid, id, row, inMicros(usable.trade())));
      } else if (reading instanceof TradeReading.Rejected rejected) {
        rejections.add(Rejection.ofDocument(id, rejected.reason()));
        TradeReader.loss(row, now)
            .ifPresent(loss -> losses.add(JournalLoss.of(uid, id, row, inMicros(loss))));
      }
    }

    /** All that was taken in. */
    public JournalSlice build() {
      return new JournalSlice(trades, losses, rejections);
    }

    private static TradeReader.Loss inMicros(TradeReader.Loss loss) {
      return new TradeReader.Loss(
          loss.closedAt().truncatedTo(ChronoUnit.MICROS), loss.realizedPnl());
    }

    /** Text may hold nanoseconds; what stores give back of them are microseconds. */
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
