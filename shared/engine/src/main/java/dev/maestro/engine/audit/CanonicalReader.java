package dev.maestro.engine.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads what {@link CanonicalJson} wrote, as long as its numbers are whole: maps, lists, texts,
 * flags, Longs, and an empty Optional for null. Not a reader of JSON: white space, fractions and
 * whatever else has another canonical text are refused.
 */
public final class CanonicalReader {
  private static final int DEEPEST = 200;

  private final String text;
  private int at;

  private CanonicalReader(String text) {
    this.text = text;
  }

  /**
   * The value of a text.
   *
   * @throws IllegalArgumentException naming the place where it is not canonical
   */
  public static Object read(String text) {
    CanonicalReader reader = new CanonicalReader(text);
    Object value = reader.value(0);
    reader.require(reader.at == text.length(), "nothing more");
    return value;
  }

  private Object value(int depth) {
    require(depth < DEEPEST, "at most " + DEEPEST + " levels");
    return switch (peek()) {
      case '{' -> map(depth);
      case '[' -> list(depth);
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", Optional.empty());
      default -> number();
    };
  }

  private Object map(int depth) {
    SortedMap<String, Object> map = new TreeMap<>();
    at++;
    while (!ends('}', map.isEmpty())) {
      String key = string();
      require(map.isEmpty() || map.lastKey().compareTo(key) < 0, "keys in their order");
      take(':');
      map.put(key, value(depth + 1));
    }
    return map;
  }

  private Object list(int depth) {
    List<Object> list = new ArrayList<>();
    at++;
    while (!ends(']', list.isEmpty())) {
      list.add(value(depth + 1));
    }
    return list;
  }

  /** True at the end of a map or list; else what separates two elements is taken. */
  private boolean ends(char end, boolean isFirst) {
    if (peek() == end) {
      at++;
      return true;
    }
    if (!isFirst) {
      take(',');
    }
    return false;
  }

  private String string() {
    take('"');
    int end = at;
    while (end < text.length() && text.charAt(end) != '"' && text.charAt(end) != '\\') {
      end++;
    }
    if (end < text.length() && text.charAt(end) == '"') {
      String plain = text.substring(at, end);
      at = end + 1;
      return plain;
    }
    return escaped();
  }

  private String escaped() {
    StringBuilder out = new StringBuilder();
    while (peek() != '"') {
      char c = text.charAt(at++);
      out.append(c == '\\' ? escape() : c);
    }
    at++;
    return out.toString();
  }

  private char escape() {
    char c = peek();
    at++;
    if (c == 'u') {
      require(at + 4 <= text.length(), "four hex digits");
      at += 4;
      return (char) Integer.parseInt(text, at - 4, at, 16);
    }
    int known = "btnfr\"\\".indexOf(c);
    require(known >= 0, "an escape");
    return "\b\t\n\f\r\"\\".charAt(known);
  }

  private Long number() {
    int start = at;
    while (at < text.length() && "-0123456789".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    require(at > start, "a value");
    try {
      return Long.valueOf(text.substring(start, at));
    } catch (NumberFormatException tooLarge) {
      throw new IllegalArgumentException(
          "a whole number is needed at character " + start, tooLarge);
    }
  }

  private Object word(String word, Object value) {
    require(text.startsWith(word, at), word);
    at += word.length();
    return value;
  }

  private char peek() {
    require(at < text.length(), "more");
    return text.charAt(at);
  }

  private void take(char c) {
    require(peek() == c, "'" + c + "'");
    at++;
  }

  private void require(boolean condition, String what) {
    if (!condition) {
      throw new IllegalArgumentException(what + " is needed at character " + at);
    }
  }
}
