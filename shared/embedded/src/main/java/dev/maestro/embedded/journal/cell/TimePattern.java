package dev.maestro.embedded.journal.cell;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * A pattern of a time without an offset, such as {@code M/d/yyyy h:mm:ss a}: two letters of a kind
 * are two digits, one is one or two, {@code a} is AM or PM, every other sign stands for itself. A
 * fraction of seconds may follow them.
 */
final class TimePattern {
  private static final String LETTERS = "yMdHhmsa";
  private static final int NANOS_DIGITS = 9;

  private final String pattern;

  TimePattern(String pattern) {
    this.pattern = pattern;
  }

  /** The time in a text that has exactly this shape; empty for any other. */
  Optional<LocalDateTime> read(String text) {
    Scan scan = new Scan(text);
    for (int i = 0; i < pattern.length(); ) {
      char letter = pattern.charAt(i);
      int count = 1;
      while (i + count < pattern.length() && pattern.charAt(i + count) == letter) {
        count++;
      }
      boolean isField = LETTERS.indexOf(letter) >= 0;
      if (!(isField ? scan.field(letter, count) : scan.literal(letter, count))) {
        return Optional.empty();
      }
      i += count;
    }
    return scan.time();
  }

  /** One text on its way through the pattern. */
  private static final class Scan {
    private final String text;
    private final int[] values = new int[LETTERS.length()];
    private int at;
    private int nanos;
    private boolean isHalfDay;

    Scan(String text) {
      this.text = text;
      values[LETTERS.indexOf('M')] = 1;
      values[LETTERS.indexOf('d')] = 1;
    }

    boolean literal(char sign, int count) {
      for (int i = 0; i < count; i++) {
        if (at >= text.length() || text.charAt(at) != sign) {
          return false;
        }
        at++;
      }
      return true;
    }

    boolean field(char letter, int count) {
      if (letter == 'a') {
        return halfDay();
      }
      int most = count == 1 ? 2 : count;
      int start = at;
      int value = 0;
      while (at < text.length() && at - start < most && isDigit(text.charAt(at))) {
        value = value * 10 + text.charAt(at) - '0';
        at++;
      }
      values[LETTERS.indexOf(letter)] = value;
      boolean isWhole = count == 1 ? at > start : at - start == count;
      return isWhole && (letter != 's' || fraction());
    }

    private boolean halfDay() {
      String half = text.substring(at, Math.min(text.length(), at + 2));
      isHalfDay = true;
      at += half.length();
      values[LETTERS.indexOf('a')] = half.equalsIgnoreCase("PM") ? 12 : 0;
      return half.equalsIgnoreCase("PM") || half.equalsIgnoreCase("AM");
    }

    private boolean fraction() {
      if (at >= text.length() || text.charAt(at) != '.') {
        return true;
      }
      at++;
      int digits = 0;
      while (at < text.length() && digits < NANOS_DIGITS && isDigit(text.charAt(at))) {
        nanos = nanos * 10 + text.charAt(at) - '0';
        at++;
        digits++;
      }
      for (int i = digits; i < NANOS_DIGITS; i++) {
        nanos *= 10;
      }
      return digits > 0;
    }

    Optional<LocalDateTime> time() {
      int half = value('h');
      if (at != text.length() || (isHalfDay && (half < 1 || half > 12))) {
        return Optional.empty();
      }
      int hour = isHalfDay ? half % 12 + value('a') : value('H');
      try {
        return Optional.of(
            LocalDateTime.of(
                value('y'), value('M'), value('d'), hour, value('m'), value('s'), nanos));
      } catch (DateTimeException impossible) {
        return Optional.empty();
      }
    }

    private int value(char letter) {
      return values[LETTERS.indexOf(letter)];
    }

    private static boolean isDigit(char c) {
      return c >= '0' && c <= '9';
    }
  }
}
