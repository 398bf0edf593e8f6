package dev.maestro.embedded.journal.cell;

import java.util.Optional;

/**
 * What the numbers of a file tell of its decimal mark. {@code 1.250} and {@code 1,250} are one and
 * a quarter or a thousand two hundred and fifty; a single number of another shape in the file, such
 * as {@code 1.5}, {@code 0.125} or {@code 1,234.50}, says that decimals follow a point.
 */
public final class DecimalMarks {
  private static final int GROUP = 3;

  private boolean isClear;
  private Optional<String> unclear = Optional.empty();

  /** Looks at a number as it stands in the file. */
  void look(char[] text, int offset, int length) {
    if (isClear) {
      return;
    }
    int mark = -1;
    int marks = 0;
    boolean isMixed = false;
    for (int i = offset; i < offset + length; i++) {
      if (text[i] == '.' || text[i] == ',') {
        isMixed |= marks > 0 && text[i] != text[mark];
        mark = i;
        marks++;
      }
    }
    if (marks == 0) {
      return;
    }
    if (marks == 1 && isGroup(text, offset, mark, offset + length)) {
      unclear = unclear.or(() -> Optional.of(new String(text, offset, length).strip()));
    } else {
      isClear = text[mark] == '.' ? marks == 1 || isMixed : marks > 1 && !isMixed;
    }
  }

  /** One to three digits that do not begin with 0 before the mark, exactly three behind it. */
  private static boolean isGroup(char[] text, int from, int mark, int end) {
    int before = mark;
    while (before > from && isDigit(text[before - 1])) {
      before--;
    }
    int after = mark + 1;
    while (after < end && isDigit(text[after])) {
      after++;
    }
    int whole = mark - before;
    return whole >= 1 && whole <= GROUP && text[before] != '0' && after - mark - 1 == GROUP;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** A number that may mean two things, if no other says what it means. */
  public Optional<String> unclear() {
    return isClear ? Optional.empty() : unclear;
  }
}
