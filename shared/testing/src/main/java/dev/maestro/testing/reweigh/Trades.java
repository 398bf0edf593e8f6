package dev.maestro.testing.reweigh;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Documents of closed trades: 100 units at 10, so a P&amp;L of 10 is a return of 1 %. */
public final class Trades {
  /** When the trades at second 0 were closed. */
  public static final Instant START = Instant.parse("2026-01-05T12:00:00Z");

  private Trades() {}

  /** Closed so many seconds after the start, stored as a time. */
  public static Map<String, Object> closed(String agent, int second, int pnl) {
    return with(
        Map.of("entry_price", "10", "quantity", "100", "realized_pnl", String.valueOf(pnl)),
        "agent_id",
        agent,
        "closed_at",
        START.plusSeconds(second));
  }

  /** The same, not closed yet. */
  public static Map<String, Object> open(String agent) {
    Map<String, Object> fields = new HashMap<>(closed(agent, 0, 0));
    fields.remove("closed_at");
    return fields;
  }

  /** The document with other values for some of its fields. */
  public static Map<String, Object> with(Map<String, ?> document, Object... namesAndValues) {
    Map<String, Object> fields = new HashMap<>(document);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return fields;
  }
}
