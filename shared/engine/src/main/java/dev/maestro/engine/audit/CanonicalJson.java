package dev.maestro.engine.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The one text of a value: keys sorted by code unit, no white space, numbers as plain decimals with
 * at most 10 places (half-even, no trailing zeros, no exponent), times as UTC ISO-8601 with
 * milliseconds, strings escaped as in RFC 8785, null and an empty Optional as null.
 */
public final class CanonicalJson {
  /** Enough for a record of some dozens of signals; a longer one grows once or twice. */
  private static final int EXPECTED_LENGTH = 64 * 1024;

  private static final String HEX = "0123456789abcdef";

  private final StringBuilder out;

  private CanonicalJson(int expectedLength) {
    this.out = new StringBuilder(expectedLength);
  }

  /**
   * Writes a value.
   *
   * @param value a map with text keys, list, text, boolean, finite number, Instant, Optional or
   *     null
   * @throws IllegalArgumentException for anything else: what has no canonical form is not recorded
   */
  public static String write(Object value) {
    CanonicalJson json = new CanonicalJson(EXPECTED_LENGTH);
    json.value(value);
    return json.out.toString();
  }

  /** A time as the canonical form writes it. */
  public static String time(Instant time) {
    return CanonicalTime.text(time);
  }

  private void value(Object value) {
    if (value instanceof String text) {
      string(text);
    } else if (value instanceof Number number) {
      CanonicalNumber.append(number, out);
    } else if (value instanceof Boolean flag) {
      out.append(flag.booleanValue());
    } else if (value instanceof Optional<?> optional) {
      optional(optional);
    } else if (value instanceof Map<?, ?> map) {
      object(map);
    } else if (value instanceof List<?> list) {
      array(list);
    } else if (value instanceof Instant time) {
      out.append('"').append(time(time)).append('"');
    } else if (value == null) {
      out.append("null");
    } else {
      throw new IllegalArgumentException("no canonical form for " + value.getClass().getName());
    }
  }

  private void optional(Optional<?> optional) {
    if (optional.isPresent()) {
      value(optional.get());
    } else {
      out.append("null");
    }
  }

  private void object(Map<?, ?> map) {
    boolean isSorted = map instanceof SortedMap<?, ?> given && given.comparator() == null;
    char separator = '{';
    for (Map.Entry<?, ?> entry : (isSorted ? map : sorted(map)).entrySet()) {
      out.append(separator);
      string(key(entry.getKey()));
      out.append(':');
      value(entry.getValue());
      separator = ',';
    }
    out.append(separator == '{' ? "{}" : "}");
  }

  private static Map<String, Object> sorted(Map<?, ?> map) {
    Map<String, Object> sorted = new TreeMap<>();
    map.forEach((key, value) -> sorted.put(key(key), value));
    return sorted;
  }

  private static String key(Object key) {
    if (key instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException("no canonical form for a key that is no text: " + key);
  }

  private void array(List<?> list) {
    char separator = '[';
    for (Object element : list) {
      out.append(separator);
      value(element);
      separator = ',';
    }
    out.append(separator == '[' ? "[]" : "]");
  }

  private void string(String text) {
    out.append('"');
    int plain = plainLength(text);
    if (plain == text.length()) {
      out.append(text);
    } else {
      escaped(text, plain);
    }
    out.append('"');
  }

  private static int plainLength(String text) {
    int i = 0;
    while (i < text.length() && isPlain(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isPlain(char c) {
    return c >= ' ' && c != '"' && c != '\\' && !Character.isSurrogate(c);
  }

  private void escaped(String text, int plain) {
    out.append(text, 0, plain);
    for (int i = plain; i < text.length(); i++) {
      if (isPlain(text.charAt(i))) {
        out.append(text.charAt(i));
      } else {
        i += escape(text, i);
      }
    }
  }

  /** Escapes the character at a place; returns how many more characters it took. */
  private int escape(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)
        && at + 1 < text.length()
        && Character.isLowSurrogate(text.charAt(at + 1))) {
      out.append(c).append(text.charAt(at + 1));
      return 1;
    }
    int known = "\b\t\n\f\r\"\\".indexOf(c);
    if (known >= 0) {
      out.append('\\').append("btnfr\"\\".charAt(known));
    } else {
      out.append("\\u").append(HEX.charAt(c >> 12)).append(HEX.charAt(c >> 8 & 15));
      out.append(HEX.charAt(c >> 4 & 15)).append(HEX.charAt(c & 15));
    }
    return 0;
  }
}
