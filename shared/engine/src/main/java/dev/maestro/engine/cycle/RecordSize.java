package dev.maestro.engine.cycle;

import dev.maestro.engine.audit.CanonicalJson;
import dev.maestro.engine.audit.ChainHead;
import dev.maestro.engine.audit.ChainRecord;
import dev.maestro.engine.form.Written;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

  private final Written rest;
  private final List<Written> signals;
  private final List<Written> allocations;
  private long bytes;

  /**
   * A record.
   *
   * @param rest all but its two lists
   */
  RecordSize(Written rest, List<Written> signals, List<Written> allocations) {
    this.rest = rest;
    this.signals = new ArrayList<>(signals);
    this.allocations = new ArrayList<>(allocations);
  }

  /** The whole record under its seal, with rows cut until it fits. */
  ChainRecord sealed(ChainHead head) {
    return ChainRecord.sealWithin(MAX_BYTES, whole().values(), head)
        .orElseGet(() -> ChainRecord.seal(fit().values(), head));
  }

  /** The whole record, with rows cut until it fits. */
  Written fit() {
    Written whole = whole();
    bytes = bytes(whole);
    if (bytes <= MAX_BYTES) {
      return whole;
    }
    cut(signals, DECIDED);
    cut(allocations, THROTTLED);
    cut(signals, NAMED);
    return whole();
  }

  private Written whole() {
    return rest.withRows("signals", signals).withRows("allocation_decisions", allocations);
  }

  private void cut(List<Written> rows, List<String> kept) {
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
      Written cut = cut(rows.get(row), kept);
      long saved = sizes[row] - bytes(cut);
      if (bytes > MAX_BYTES && saved > 0) {
        rows.set(row, cut);
        bytes -= saved;
      }
    }
  }

  private static Written cut(Written row, List<String> kept) {
    Written cut = Written.of(HASH, row.get(HASH).orElseGet(() -> hash(row)));
    for (String name : kept) {
      cut = cut.with(name, row.get(name));
    }
    return cut;
  }

  private static String hash(Written row) {
    return CanonicalJson.sha256(row.values());
  }

  private static long bytes(Written value) {
    return CanonicalJson.size(value.values());
  }
}
