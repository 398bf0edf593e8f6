package dev.maestro.engine.narration.fact;

import java.util.Locale;
import java.util.Optional;

/**
 * A piece of a text.
 *
 * @param text without the signs around it
 * @param kind what it looks like
 * @param number what it says; empty: it is none
 * @param beginsClause true after a full stop, colon, semicolon, dash or bracket, and at the start
 */
record Token(String text, Kind kind, Optional<WrittenNumber> number, boolean beginsClause) {
  /** What a piece may look like. */
  enum Kind {
    /** Between double quotes: a name as it stands. */
    QUOTED,
    /** In digits, or one of the words zero to twelve. */
    NUMBER,
    /** Letters. */
    WORD,
    /** Letters, digits and signs mixed: an id, a symbol, a time. */
    MIXED
  }

  boolean is(Kind other) {
    return kind == other;
  }

  /** For look-up: lower case, without a possessive ending. */
  String lower() {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.endsWith("'s") ? lower.substring(0, lower.length() - 2) : lower;
  }

  String capitals() {
    return text.toUpperCase(Locale.ROOT);
  }

  boolean isInCapitals() {
    return text.length() > 1 && text.equals(capitals()) && text.matches("[A-Z_]+");
  }
}
