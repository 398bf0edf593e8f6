package dev.maestro.engine.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The one text of a value: keys sorted by code unit, no white space, numbers as plain decimals with
 * at most 10 places (half-even, no trailing zeros, no exponent), times as UTC ISO-8601 with
 * milliseconds, strings escaped as in RFC 8785, null and an empty Optional as null.
 */
public final class CanonicalJson {
  /** Of most values that are not a record; a longer one grows a few times. */
  private static final int EXPECTED_LENGTH = 512;

  private final CanonicalBytes out;
  private final WrittenNames names = new WrittenNames();

  private CanonicalJson(int expectedLength) {
    this.out = new CanonicalBytes(expectedLength);
  }

  /**
   * Writes a value.
   *
   * @param value a map with text keys, list, text, boolean, finite number, Instant, Optional or
   *     null
   * @throws IllegalArgumentException for anything else: what has no canonical form is not recorded
   */
  public static String write(Object value) {
    return bytes(value).text();
  }

  /** How many bytes the canonical form of a value has in UTF-8. */
  public static int size(Object value) {
    return bytes(value).length();
  }

  /** SHA-256 of the canonical form of a value in UTF-8, 64 hex digits. */
  public static String sha256(Object value) {
    return bytes(value).sha256();
  }

  /** A time as the canonical form writes it. */
  public static String time(Instant time) {
    return CanonicalTime.text(time);
  }

  /** The bytes of a map without some of its names. */
  static CanonicalBytes bytes(Map<String, ?> map, Set<String> without, int expectedLength) {
    CanonicalJson json = new CanonicalJson(expectedLength);
    json.object(map, without);
    return json.out;
  }

  private static CanonicalBytes bytes(Object value) {
    CanonicalJson json = new CanonicalJson(EXPECTED_LENGTH);
    json.value(value);
    return json.out;
  }

  private void value(Object value) {
    if (value instanceof String text) {
      out.quoted(text);
    } else if (value instanceof Number number) {
      CanonicalNumber.append(number, out);
    } else if (value instanceof Boolean flag) {
      out.ascii(flag ? "true" : "false");
    } else if (value instanceof Optional<?> optional) {
      optional(optional);
    } else if (value instanceof Map<?, ?> map) {
      object(map, Set.of());
    } else if (value instanceof List<?> list) {
      array(list);
    } else if (value instanceof Instant time) {
      out.ascii('"');
      CanonicalTime.append(time, out);
      out.ascii('"');
    } else if (value == null) {
      out.ascii("null");
    } else {
      throw new IllegalArgumentException("no canonical form for " + value.getClass().getName());
    }
  }

  private void optional(Optional<?> optional) {
    if (optional.isPresent()) {
      value(optional.get());
    } else {
      out.ascii("null");
    }
  }

  private void object(Map<?, ?> map, Set<String> without) {
    char separator = '{';
    for (Map.Entry<?, ?> entry : (isInOrder(map) ? map : sorted(map)).entrySet()) {
      String key = key(entry.getKey());
      if (without.isEmpty() || !without.contains(key)) {
        out.ascii(separator);
        names.append(key, out);
        value(entry.getValue());
        separator = ',';
      }
    }
    out.ascii(separator == '{' ? "{}" : "}");
  }

  /** Most maps hold their names in order as it is. */
  private static boolean isInOrder(Map<?, ?> map) {
    if (map instanceof SortedMap<?, ?> given && given.comparator() == null) {
      return true;
    }
    String before = "";
    for (Object each : map.keySet()) {
      String key = key(each);
      if (key.compareTo(before) < 0) {
        return false;
      }
      before = key;
    }
    return true;
  }

  private static SortedMap<String, Object> sorted(Map<?, ?> map) {
    SortedMap<String, Object> sorted = new TreeMap<>();
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
      out.ascii(separator);
      value(element);
      separator = ',';
    }
    out.ascii(separator == '[' ? "[]" : "]");
  }
}
