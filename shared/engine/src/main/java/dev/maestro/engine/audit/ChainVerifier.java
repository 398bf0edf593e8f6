package dev.maestro.engine.audit;

import dev.maestro.engine.number.Decimals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Checks a chain of records without trust in who stored it: every hash fits its record, every
 * record builds on the one before, none is missing, inserted or out of order.
 *
 * <p>Whoever cuts records off at the end leaves a shorter chain that is whole in itself; only the
 * head that was stored elsewhere tells.
 */
public final class ChainVerifier {
  private static final String ABSENT = "absent";

  private final List<String> faults = new ArrayList<>();
  private ChainHead expected;
  private long records;

  /** Starts behind the given head: {@link ChainHead#EMPTY} for a whole chain. */
  public ChainVerifier(ChainHead start) {
    this.expected = start;
  }

  /**
   * Checks the next record.
   *
   * @param place where it stands, for the message: {@code line 7}
   */
  public void add(Map<String, ?> record, String place) {
    records++;
    long seq = number(field(record, ChainRecord.SEQ));
    String name = place + " (seq " + (seq < 0 ? "unknown" : seq) + ")";
    String hash = field(record, ChainRecord.HASH).toString();
    String called = called(record);
    if (!called.equals(hash)) {
      faults.add(
          name + " was changed: its hash is " + hash + " and its content calls for " + called);
    }
    if (seq != expected.seq() + 1) {
      faults.add(
          name
              + " is out of order, or records are missing or inserted before it: expected seq "
              + (expected.seq() + 1));
    } else if (!expected.hash().equals(field(record, ChainRecord.PREVIOUS_HASH).toString())) {
      faults.add(name + " does not build on the record before it");
    }
    expected = new ChainHead(Math.max(seq, 0), hash);
  }

  /** Checks that the chain ends where the stored head says. */
  public void endsAt(ChainHead head) {
    if (!expected.equals(head)) {
      faults.add(
          "the chain ends at seq "
              + expected.seq()
              + " and the head says "
              + head.seq()
              + ": records are missing at the end");
    }
  }

  /** What is wrong, in the order of the records; empty: nothing. */
  public List<String> faults() {
    return List.copyOf(faults);
  }

  /** The newest record that was checked; before the first: where it started. */
  public ChainHead end() {
    return expected;
  }

  /** Records checked. */
  public long records() {
    return records;
  }

  private static String called(Map<String, ?> record) {
    try {
      return ChainRecord.hashOf(new TreeMap<>(record));
    } catch (IllegalArgumentException noCanonicalForm) {
      return "none";
    }
  }

  private static Object field(Map<String, ?> record, String name) {
    return Optional.<Object>ofNullable(record.get(name)).orElse(ABSENT);
  }

  private static long number(Object value) {
    return value instanceof Number
        ? Decimals.read(value).map(BigDecimal::longValue).orElse(-1L)
        : -1;
  }
}
