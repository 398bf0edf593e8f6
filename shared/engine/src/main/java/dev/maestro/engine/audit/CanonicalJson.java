package dev.maestro.engine.audit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The one text of a value: keys sorted by code unit, no white space, numbers as plain decimals with
 * at most 10 places (half-even, no trailing zeros, no exponent), times as UTC ISO-8601 with
 * milliseconds, strings escaped as in RFC 8785, an empty Optional as null.
 */
public final class CanonicalJson {
  private static final int PLACES = 10;

  private static final int MAX_TRAILING_ZEROS = 100;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private static final String HEX = "0123456789abcdef";

  private final StringBuilder out;

  private CanonicalJson(int expectedLength) {
    this.out = new StringBuilder(expectedLength);
  }

  /**
   * Writes a value.
   *
   * @param value a map with text keys, list, text, boolean, finite number, Instant or Optional
   * @throws IllegalArgumentException for anything else: what has no canonical form is not recorded
   */
  public static String write(Object value) {
    CanonicalJson json = new CanonicalJson(1024);
    json.value(value);
    return json.out.toString();
  }

  /** A time as the canonical form writes it. */
  public static String time(Instant time) {
    return TIME.format(time);
  }

  private void value(Object value) {
    if (value instanceof String text) {
      string(text);
    } else if (value instanceof Number number) {
      number(number);
    } else if (value instanceof Boolean) {
      out.append(value);
    } else if (value instanceof Map<?, ?> map) {
      object(map);
    } else if (value instanceof List<?> list) {
      array(list);
    } else if (value instanceof Optional<?> optional) {
      optional.ifPresentOrElse(this::value, () -> out.append("null"));
    } else if (value instanceof Instant time) {
      out.append('"').append(time(time)).append('"');
    } else {
      throw new IllegalArgumentException("no canonical form for " + value.getClass().getName());
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

  private void number(Number number) {
    if (number instanceof Integer || number instanceof Long) {
      out.append(number.longValue());
    } else if (number instanceof BigDecimal decimal) {
      decimal(decimal);
    } else if (number instanceof Double fraction && Double.isFinite(fraction)) {
      decimal(new BigDecimal(fraction));
    } else if (!(number instanceof Double)) {
      decimal(new BigDecimal(number.toString()));
    } else {
      throw new IllegalArgumentException("no canonical form for the number " + number);
    }
  }

  private void decimal(BigDecimal exact) {
    if (exact.scale() < -MAX_TRAILING_ZEROS) {
      throw new IllegalArgumentException("no canonical form for a number as large as " + exact);
    }
    if ((long) exact.precision() - exact.scale() < -PLACES) {
      out.append('0');
      return;
    }
    BigDecimal rounded =
        exact.scale() > PLACES ? exact.setScale(PLACES, RoundingMode.HALF_EVEN) : exact;
    out.append(rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString());
  }

  private void string(String text) {
    out.append('"');
    int plainFrom = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\' || Character.isSurrogate(c)) {
        out.append(text, plainFrom, i);
        i += escape(text, i);
        plainFrom = i + 1;
      }
    }
    out.append(text, plainFrom, text.length()).append('"');
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
