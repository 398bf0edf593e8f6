package dev.maestro.firestore.stats;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** How many bytes Firestore counts for a value; a document may have 1 MiB. */
final class StoredSize {
  /** What our rolling documents stay below: 900 KiB, so that names and indexes have room. */
  static final long LIMIT = 900 * 1024;

  private static final long NUMBER_OR_TIME = 8;

  private StoredSize() {}

  static long of(Object value) {
    if (value instanceof String text) {
      return text.getBytes(StandardCharsets.UTF_8).length + 1L;
    }
    if (value instanceof Map<?, ?> map) {
      long size = 0;
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        Object held = entry.getValue();
        size += of(entry.getKey().toString()) + (held == null ? 1 : of(held));
      }
      return size;
    }
    if (value instanceof List<?> list) {
      long size = 0;
      for (Object element : list) {
        size += element == null ? 1 : of(element);
      }
      return size;
    }
    return NUMBER_OR_TIME;
  }
}
