package dev.maestro.engine.journal;

/** What a journal row turned out to be. */
public sealed interface TradeReading {
  /** A closed trade that counts. */
  record Usable(Trade trade) implements TradeReading {}

  /** A trade that is not closed yet, or is gone; no error. */
  record Open(String tradeId) implements TradeReading {}

  /**
   * A row with an error, named by the first reason that applies.
   *
   * @param found the column of a file and what stood in it; blank if nobody looked
   */
  record Rejected(String tradeId, RejectReason reason, String found) implements TradeReading {
    /** A row of which only the reason is known. */
    public Rejected(String tradeId, RejectReason reason) {
      this(tradeId, reason, "");
    }
  }
}
