package dev.maestro.engine.signal;

import java.util.Locale;
import java.util.Optional;

/** What a strategy wants. */
public enum Action {
  /** Open or add to a long, or close a short that the strategy holds. */
  BUY,
  /** Close a long that the strategy holds, or open a short. */
  SELL,
  /** Nothing. */
  HOLD,
  /** Close what the strategy holds: in one symbol, or everything. */
  CLOSE_ALL;

  /** Reads a word in any case; WAIT is HOLD. */
  static Optional<Action> parse(Object value) {
    if (!(value instanceof String text)) {
      return Optional.empty();
    }
    return switch (text.strip().toUpperCase(Locale.ROOT)) {
      case "BUY" -> Optional.of(BUY);
      case "SELL" -> Optional.of(SELL);
      case "HOLD", "WAIT" -> Optional.of(HOLD);
      case "CLOSE_ALL" -> Optional.of(CLOSE_ALL);
      default -> Optional.empty();
    };
  }
}
