package dev.maestro.embedded.journal.json;

/**
 * A walk over the members of one line of JSON without a tree, for the usual line: one object whose
 * members are texts without escapes, numbers, truths and nulls. Anything else is odd, and somebody
 * with a parser has to look at the line.
 */
final class FlatLine {
  /** What the current member holds, or what the walk came to. */
  enum Token {
    /** A text; its value is without the quotes. */
    TEXT,
    /** A number as JSON writes it. */
    NUMBER,
    /** A truth. */
    TRUTH,
    /** Nothing. */
    NULL,
    /** The object is whole and ends the line. */
    END,
    /** Not for this reader. */
    ODD
  }

  private char[] text = new char[256];
  private int length;
  private int at;
  private int nameFrom;
  private int nameTo;
  private int valueFrom;
  private int valueTo;
  private boolean isFirst;

  /** Begins a line; false if it is odd. */
  boolean start(String line) {
    length = line.length();
    if (text.length < length) {
      text = new char[2 * length];
    }
    line.getChars(0, length, text, 0);
    at = 0;
    isFirst = true;
    return take('{');
  }

  /** Goes on to the next member. */
  Token next() {
    if (take('}')) {
      skipBlanks();
      return at == length ? Token.END : Token.ODD;
    }
    if (!isFirst && !take(',')) {
      return Token.ODD;
    }
    isFirst = false;
    if (!take('"') || !endOfText()) {
      return Token.ODD;
    }
    nameFrom = valueFrom;
    nameTo = valueTo;
    return take(':') ? value() : Token.ODD;
  }

  private Token value() {
    skipBlanks();
    if (at == length) {
      return Token.ODD;
    }
    char first = text[at];
    if (first == '"') {
      at++;
      return endOfText() ? Token.TEXT : Token.ODD;
    }
    valueFrom = at;
    boolean isNumber = first == '-' || isDigit(first);
    Token token = isNumber ? number() : word(first);
    valueTo = at;
    return token;
  }

  private Token word(char first) {
    return switch (first) {
      case 't' -> takeAll("true") ? Token.TRUTH : Token.ODD;
      case 'f' -> takeAll("false") ? Token.TRUTH : Token.ODD;
      case 'n' -> takeAll("null") ? Token.NULL : Token.ODD;
      default -> Token.ODD;
    };
  }

  private boolean takeAll(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (at == length || text[at] != word.charAt(i)) {
        return false;
      }
      at++;
    }
    return isBehindValue();
  }

  /** Digits with an optional point; an exponent or a leading zero is odd. */
  private Token number() {
    at += text[at] == '-' ? 1 : 0;
    int start = at;
    skipDigits();
    boolean isPlain = at > start && (text[start] != '0' || at == start + 1);
    if (isPlain && at < length && text[at] == '.') {
      int point = at++;
      skipDigits();
      isPlain = at > point + 1;
    }
    return isPlain && isBehindValue() ? Token.NUMBER : Token.ODD;
  }

  private void skipDigits() {
    while (at < length && isDigit(text[at])) {
      at++;
    }
  }

  private boolean isBehindValue() {
    return at < length && (text[at] == ',' || text[at] == '}' || text[at] == ' ');
  }

  private boolean endOfText() {
    valueFrom = at;
    while (at < length && text[at] != '"') {
      if (text[at] == '\\' || text[at] < ' ') {
        return false;
      }
      at++;
    }
    valueTo = at++;
    return at <= length;
  }

  private boolean take(char sign) {
    skipBlanks();
    boolean isThere = at < length && text[at] == sign;
    at += isThere ? 1 : 0;
    return isThere;
  }

  private void skipBlanks() {
    while (at < length && (text[at] == ' ' || text[at] == '\t')) {
      at++;
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** The line. */
  char[] text() {
    return text;
  }

  /** Where the value of the current member begins. */
  int valueFrom() {
    return valueFrom;
  }

  /** How long it is. */
  int valueLength() {
    return valueTo - valueFrom;
  }

  /** True if the current member has this name. */
  boolean isNamed(char[] name) {
    int size = nameTo - nameFrom;
    if (name.length != size) {
      return false;
    }
    for (int i = 0; i < size; i++) {
      if (name[i] != text[nameFrom + i]) {
        return false;
      }
    }
    return true;
  }

  /** The name of the current member. */
  String name() {
    return new String(text, nameFrom, nameTo - nameFrom);
  }
}
