package dev.maestro.firestore.store;

import com.google.cloud.Timestamp;
import com.google.cloud.firestore.DocumentSnapshot;
import dev.maestro.engine.form.Fields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Documents as the plain fields that forms read: Timestamps become Instants, names that are null
 * are left out. The place of the fields is the path of the document.
 */
public final class StoredFields {
  private StoredFields() {}

  /** The fields of a document; none if it does not exist. */
  public static Fields of(DocumentSnapshot document) {
    Map<String, Object> data = document.getData();
    return of(document.getReference().getPath(), data == null ? Map.of() : data);
  }

  /** The fields of a map that stands at the given place. */
  public static Fields of(String place, Map<String, Object> values) {
    return Fields.of(place, map(values));
  }

  private static Map<String, Object> map(Map<?, ?> map) {
    Map<String, Object> result = new LinkedHashMap<>();
    map.forEach(
        (key, value) -> {
          Object plain = plain(value);
          if (plain != null) {
            result.put(key.toString(), plain);
          }
        });
    return result;
  }

  private static @Nullable Object plain(@Nullable Object value) {
    if (value instanceof Timestamp time) {
      return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
    }
    if (value instanceof Map<?, ?> map) {
      return map(map);
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> result = new ArrayList<>();
      list.forEach(element -> result.add(plain(element)));
      return result;
    }
    return value;
  }
}
