package dev.maestro.firestore.store;

import com.google.cloud.Timestamp;
import dev.maestro.engine.name.AgentId;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.number.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values as Firestore keeps them: decimals as exact text, times as Timestamps, words and days as
 * text, what is empty as null.
 */
public final class StoredValue {
  private StoredValue() {}

  /** The fields of a document. */
  public static Map<String, Object> map(Map<String, ?> fields) {
    Map<String, Object> stored = new LinkedHashMap<>();
    fields.forEach((name, value) -> stored.put(name, of(value)));
    return stored;
  }

  /** A time as Firestore keeps it. */
  public static Timestamp time(Instant time) {
    return Timestamp.ofTimeSecondsAndNanos(time.getEpochSecond(), time.getNano());
  }

  private static @Nullable Object of(@Nullable Object value) {
    if (value instanceof BigDecimal decimal) {
      return decimal.toPlainString();
    }
    if (value instanceof Instant time) {
      return time(time);
    }
    if (value != null
        && (value instanceof LocalDate || value instanceof Enum<?> || isName(value))) {
      return value.toString();
    }
    return container(value);
  }

  /** Ids, symbols and money are written as their text. */
  private static boolean isName(Object value) {
    return value instanceof TenantId
        || value instanceof Uid
        || value instanceof StrategyId
        || value instanceof AgentId
        || value instanceof Symbol
        || value instanceof Money;
  }

  private static @Nullable Object container(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> stored = new LinkedHashMap<>();
      map.forEach((key, element) -> stored.put(key.toString(), of(element)));
      return stored;
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> stored = new ArrayList<>();
      list.forEach(element -> stored.add(of(element)));
      return stored;
    }
    return isForeignNumber(value) ? String.valueOf(value) : value;
  }

  /** A number that Firestore has no type for, such as one that a JSON parser left unparsed. */
  private static boolean isForeignNumber(@Nullable Object value) {
    return value instanceof Number
        && !(value instanceof Long || value instanceof Integer || value instanceof Double);
  }
}
