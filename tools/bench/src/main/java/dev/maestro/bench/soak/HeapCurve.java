package dev.maestro.bench.soak;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What lived in a heap after full collections, by the calls made until then. */
final class HeapCurve {
  private static final int CELLS = 30;

  private final String what;
  private final TreeMap<Integer, Long> liveBytes = new TreeMap<>();

  HeapCurve(String what) {
    this.what = what;
  }

  void add(int calls, long bytes) {
    liveBytes.put(calls, bytes);
  }

  /** The last as a multiple of the first. */
  double growth() {
    return (double) liveBytes.lastEntry().getValue() / liveBytes.firstEntry().getValue();
  }

  /** A row and a bar for each; the longest bar is the largest. */
  String table() {
    StringBuilder text = new StringBuilder();
    text.append("| ").append(what).append(" | live heap, MB | |\n|---|---|---|\n");
    long most = liveBytes.values().stream().mapToLong(Long::longValue).max().orElseThrow();
    for (Map.Entry<Integer, Long> one : liveBytes.entrySet()) {
      String bar = "#".repeat((int) (CELLS * one.getValue() / most));
      text.append(
          String.format(
              Locale.ROOT, "| %,d | %.2f | `%s` |%n", one.getKey(), one.getValue() / 1e6, bar));
    }
    return text.toString();
  }
}
