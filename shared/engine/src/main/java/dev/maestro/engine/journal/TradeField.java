package dev.maestro.engine.journal;

/** The fields of a journal row, under the names they are stored with. */
public enum TradeField {
  /** The agent that made the trade; required. */
  AGENT_ID("agent_id"),
  /** When the trade was closed; absent while it is open. */
  CLOSED_AT("closed_at"),
  /** Profit or loss net of costs, in account currency; required. */
  REALIZED_PNL("realized_pnl"),
  /** Price per unit at entry, above 0; required. */
  ENTRY_PRICE("entry_price"),
  /** Signed units, negative for a short, not 0; required. */
  QUANTITY("quantity"),
  /** Units of the underlying per unit traded, 1 unless given (options: 100). */
  MULTIPLIER("multiplier"),
  /** Unique per journal; the document id or line number stands in for it. */
  TRADE_ID("trade_id"),
  /** Whose journal it is. */
  USER_ID("user_id"),
  /** The tenant, by default the user id. */
  TENANT_ID("tenant_id"),
  /** The account that traded. */
  ACCOUNT_ID("account_id"),
  /** The strategy, by default the agent id. */
  STRATEGY_ID("strategy_id"),
  /** The instrument. */
  SYMBOL("symbol"),
  /** LONG or SHORT, for people; the sign of the quantity decides. */
  SIDE("side"),
  /** Price per unit at exit, for people; the P&amp;L decides. */
  EXIT_PRICE("exit_price"),
  /** When the trade was opened. */
  OPENED_AT("opened_at"),
  /** What the trade put at risk, in account currency: the R of R multiples. */
  RISK_AMOUNT("risk_amount"),
  /** The intent that the trade came from. */
  NONCE("nonce");

  private final String key;

  TradeField(String key) {
    this.key = key;
  }

  /** The stored name. */
  public String key() {
    return key;
  }
}
