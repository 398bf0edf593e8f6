package dev.maestro.embedded.journal.pnl;

import java.util.Locale;

/** Which side of the market a closed trade was on. */
public enum TradedSide {
  /** Held long: it gains when the price rises. */
  LONG,
  /** Held short: it gains when the price falls. */
  SHORT,
  /** Nobody says it: a quantity without a sign, which the journal takes as long. */
  UNSAID;

  /** What a word for people says; UNSAID for any that is not plainly one of both. */
  public static TradedSide of(String word) {
    return switch (word.strip().toLowerCase(Locale.ROOT)) {
      case "long", "buy", "bot", "b", "l" -> LONG;
      case "short", "sell", "sld", "s", "sell_short", "sell short" -> SHORT;
      default -> UNSAID;
    };
  }
}
