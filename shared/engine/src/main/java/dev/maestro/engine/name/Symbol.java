package dev.maestro.engine.name;

import java.util.Locale;
import java.util.Optional;

/**
 * What is traded, in the one spelling that everybody compares: upper case. 1 to 32 letters, digits,
 * spaces and {@code . / : _ ^ = -}, beginning with a letter, a digit, {@code ^} or {@code /}
 * (^GSPC, /ES). No contract specification: the multiplier belongs to the trade or the position.
 */
public record Symbol(String value) implements Comparable<Symbol> {
  private static final int MAX_LENGTH = 32;

  /** Upper-cases, refuses what names nothing tradable. */
  public Symbol {
    if (!isValid(value)) {
      throw new IllegalArgumentException(
          "a symbol is 1 to 32 of letters, digits, space . / : _ ^ = -, got '" + value + "'");
    }
    value = value.toUpperCase(Locale.ROOT);
  }

  /** The symbol; empty if the text can name none. White space around it is not part of it. */
  public static Optional<Symbol> of(String text) {
    String stripped = text.strip();
    return isValid(stripped) ? Optional.of(new Symbol(stripped)) : Optional.empty();
  }

  private static boolean isValid(String text) {
    return Letters.make(text, 1, MAX_LENGTH, " ./:_^=-") && Letters.isOne(text.charAt(0), "^/");
  }

  @Override
  public int compareTo(Symbol other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
