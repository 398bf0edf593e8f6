package dev.maestro.engine.cycle;

import dev.maestro.engine.audit.CanonicalJson;
import dev.maestro.engine.audit.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Keeps a record small enough to be stored. What would not fit is cut per row, the largest first:
 * what was decided stays, and the hash of what the row was.
 */
final class RecordSize {
  /** Of the 800 KiB of a record 32 stay free for its seal and for what may be added later. */
  static final int MAX_BYTES = 768 * 1024;

  private static final String HASH = "cut_sha256";

  private static final List<String> DECIDED =
      List.of("action", "allocation", "nonce", "reasons", "strategy", "symbol", "verdict");
  private static final List<String> THROTTLED = List.of("mode", "strategy_name");
  private static final List<String> NAMED = List.of("strategy", "verdict");

  private long bytes;

  private RecordSize(long bytes) {
    this.bytes = bytes;
  }

  /**
   * Cuts rows until the record fits.
   *
   * @param record holds both lists
   */
  static void fit(
      Map<String, Object> record,
      List<Map<String, Object>> signals,
      List<Map<String, Object>> allocations) {
    RecordSize size = new RecordSize(bytes(record));
    size.cut(signals, DECIDED);
    size.cut(allocations, THROTTLED);
    size.cut(signals, NAMED);
  }

  private void cut(List<Map<String, Object>> rows, List<String> kept) {
    if (bytes <= MAX_BYTES) {
      return;
    }
    long[] sizes = rows.stream().mapToLong(RecordSize::bytes).toArray();
    List<Integer> largestFirst =
        IntStream.range(0, sizes.length)
            .boxed()
            .sorted(Comparator.comparingLong(row -> -sizes[row]))
            .toList();
    for (int row : largestFirst) {
      Map<String, Object> rest = cut(rows.get(row), kept);
      long saved = sizes[row] - bytes(rest);
      if (bytes > MAX_BYTES && saved > 0) {
        rows.set(row, rest);
        bytes -= saved;
      }
    }
  }

  private static Map<String, Object> cut(Map<String, Object> row, List<String> kept) {
    Map<String, Object> rest = new TreeMap<>();
    kept.forEach(key -> rest.put(key, row.get(key)));
    rest.put(HASH, Optional.ofNullable(row.get(HASH)).orElseGet(() -> hash(row)));
    return rest;
  }

  private static String hash(Map<?, ?> row) {
    return Sha256.hex(CanonicalJson.write(row));
  }

  private static long bytes(Map<?, ?> value) {
    return CanonicalJson.write(value).getBytes(StandardCharsets.UTF_8).length;
  }
}
