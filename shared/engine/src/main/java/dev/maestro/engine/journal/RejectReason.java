package dev.maestro.engine.journal;

import java.util.Optional;
import java.util.stream.Stream;

/** Why a row cannot be used. The constants stand in the order in which they apply. */
public enum RejectReason {
  /** The line is longer than a row may be. */
  LINE_TOO_LONG("LINE_TOO_LONG", "one row per line, at most 1 MiB"),
  /** The line is not valid UTF-8. */
  BAD_ENCODING("BAD_ENCODING", "save the file as UTF-8"),
  /** The line cannot be taken apart into fields. */
  BAD_ROW("BAD_ROW", "one complete row per line: balanced quotes, or one JSON object"),
  /** A word that says whether the trade is closed, long or short is not one that its format has. */
  BAD_STATUS(
      "BAD_STATUS",
      "leave the row out; a column that says something else is named with --map 'unread=Column'"),
  /** agent_id is absent, blank or not text; of a stored trade also: no name for a field. */
  MISSING_AGENT("MISSING_AGENT", "give agent_id the name of the agent that made the trade"),
  /** closed_at is neither a timestamp nor ISO-8601 with an offset. */
  BAD_TIME_CLOSED_AT(
      "BAD_TIME:closed_at", "write closed_at as ISO-8601 with an offset: 2026-01-31T16:00:00Z"),
  /** realized_pnl is not a decimal. */
  BAD_NUMBER_REALIZED_PNL("BAD_NUMBER:realized_pnl", "write realized_pnl as a plain decimal"),
  /** entry_price is not a decimal. */
  BAD_NUMBER_ENTRY_PRICE("BAD_NUMBER:entry_price", "write entry_price as a plain decimal"),
  /** quantity is not a decimal. */
  BAD_NUMBER_QUANTITY("BAD_NUMBER:quantity", "write quantity as a plain decimal"),
  /** multiplier is given and not a decimal. */
  BAD_NUMBER_MULTIPLIER("BAD_NUMBER:multiplier", "write multiplier as a plain decimal, or omit it"),
  /** Price or multiplier not above 0, or quantity 0: no capital, so no return. */
  ZERO_CAPITAL("ZERO_CAPITAL", "entry_price and multiplier above 0, quantity other than 0"),
  /** Closed more than 5 minutes after now. */
  CLOSED_IN_FUTURE(
      "CLOSED_IN_FUTURE", "correct closed_at, or read it again when that time is past");

  private static final String OF_FIELD = ":";

  private final String code;
  private final String mend;

  RejectReason(String code, String mend) {
    this.code = code;
    this.mend = mend;
  }

  /** The code that is stored and shown, e.g. {@code BAD_NUMBER:quantity}. */
  public String code() {
    return code;
  }

  /** What a person does about it. */
  public String mend() {
    return mend;
  }

  /** The field that cannot be used; empty if the row as a whole cannot. */
  public Optional<TradeField> field() {
    if (this == MISSING_AGENT) {
      return Optional.of(TradeField.AGENT_ID);
    }
    if (this == CLOSED_IN_FUTURE) {
      return Optional.of(TradeField.CLOSED_AT);
    }
    String named = code.substring(code.indexOf(OF_FIELD) + 1);
    return Stream.of(TradeField.values()).filter(field -> field.key().equals(named)).findFirst();
  }
}
