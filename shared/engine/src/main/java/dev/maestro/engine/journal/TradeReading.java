package dev.maestro.engine.journal;

/** What a journal row turned out to be. */
public sealed interface TradeReading {
  /** A closed trade that counts. */
  record Usable(Trade trade) implements TradeReading {}

  /** A trade that is not closed yet, or is gone; no error. */
  record Open(String tradeId) implements TradeReading {}

  /** A row with an error, named by the first reason that applies. */
  record Rejected(String tradeId, RejectReason reason) implements TradeReading {}
}
