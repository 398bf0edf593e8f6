package dev.maestro.embedded.journal.known;

import dev.maestro.embedded.journal.format.WordRule.Meaning;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What columns beside the journal's own names say of a row, in the words that brokers use. A word
 * that is not here rejects its row. {@code expired} is none on purpose: an order that expired is no
 * trade, an option that expired is a loss.
 */
final class OwnStates {
  private static final List<String> COLUMNS =
      List.of("status", "state", "trade_status", "order_status", "position_status");
  private static final List<String> CLOSED =
      List.of(
          "",
          "closed",
          "close",
          "filled",
          "executed",
          "complete",
          "completed",
          "done",
          "settled",
          "exited",
          "flat",
          "win",
          "won",
          "loss",
          "lost",
          "breakeven");
  private static final List<String> OPEN =
      List.of("open", "opened", "active", "running", "partially closed", "partially_closed");
  private static final List<String> NO_TRADE =
      List.of(
          "cancelled",
          "canceled",
          "rejected",
          "pending",
          "new",
          "accepted",
          "submitted",
          "working",
          "failed",
          "inactive");

  /** Columns of words that nobody agrees on: only those that say that a row is no trade count. */
  private static final List<String> ACTIVITIES =
      List.of(
          "type",
          "trade_type",
          "transaction_type",
          "activity_type",
          "activity",
          "action",
          "event",
          "execution",
          "result",
          "outcome");

  private static final List<String> NO_ACTIVITY =
      List.of(
          "cancelled",
          "canceled",
          "rejected",
          "pending",
          "deposit",
          "withdrawal",
          "withdraw",
          "balance",
          "transfer",
          "credit");

  private static final List<String> TRUE = List.of("true", "1", "yes", "y");
  private static final List<String> FALSE = List.of("false", "0", "no", "n");

  private OwnStates() {}

  static void addTo(FormatBuilder own) {
    Map<String, Meaning> words = new HashMap<>();
    CLOSED.forEach(word -> words.put(word, Meaning.TRADE));
    OPEN.forEach(word -> words.put(word, Meaning.OPEN));
    NO_TRADE.forEach(word -> words.put(word, Meaning.OTHER));
    COLUMNS.forEach(column -> own.states(List.of(column), words));
    ACTIVITIES.forEach(column -> own.onlyStates(List.of(column), activities()));
    own.states(List.of("is_open"), truths(Meaning.OPEN, Meaning.TRADE));
    own.states(List.of("is_closed"), truths(Meaning.TRADE, Meaning.OPEN));
  }

  private static Map<String, Meaning> activities() {
    Map<String, Meaning> words = new HashMap<>(Map.of("open", Meaning.OPEN));
    NO_ACTIVITY.forEach(word -> words.put(word, Meaning.OTHER));
    return words;
  }

  private static Map<String, Meaning> truths(Meaning ofTrue, Meaning ofFalse) {
    Map<String, Meaning> words = new HashMap<>();
    TRUE.forEach(word -> words.put(word, ofTrue));
    FALSE.forEach(word -> words.put(word, ofFalse));
    words.put("", Meaning.TRADE);
    return words;
  }
}
