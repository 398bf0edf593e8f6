package dev.maestro.engine.journal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * One unusable row.
 *
 * @param line its line in the file, counted from 1; empty for a document
 * @param found the column and the value that cannot be used, as they stand in the file; blank for a
 *     document
 */
public record Rejection(String tradeId, RejectReason reason, OptionalLong line, String found) {
  /** The rejection of a stored document. */
  public static Rejection ofDocument(String tradeId, RejectReason reason) {
    return new Rejection(tradeId, reason, OptionalLong.empty(), "");
  }

  /** True for a line of a file that has no trade id: no later line can be of the same trade. */
  public boolean isNameless() {
    return line.isPresent() && tradeId.equals("line:" + line.getAsLong());
  }

  /** The rejection of a line of a file. */
  public static Rejection ofLine(String tradeId, RejectReason reason, long line) {
    return new Rejection(tradeId, reason, OptionalLong.of(line), "");
  }

  /** The rejection of a line of a file, as it was read. */
  public static Rejection ofLine(TradeReading.Rejected rejected, long line) {
    return new Rejection(
        rejected.tradeId(), rejected.reason(), OptionalLong.of(line), rejected.found());
  }

  /**
   * The rejected rows of a file that stand, one per trade id, in the order in which they came; not
   * those of the stored journal ({@link AgentWindows}).
   *
   * <p>A row with an id is kept until a usable one takes it back. One without an id stands for
   * good, so only the newest {@value #MAX_NAMELESS} of them are kept, and the others are counted: a
   * file of nothing but such rows takes no more memory than a short one.
   */
  public static final class Log {
    /** Rows without an id that are kept. */
    public static final int MAX_NAMELESS = 2000;

    private final Map<String, Rejection> kept = new LinkedHashMap<>();
    private final Deque<String> nameless = new ArrayDeque<>();
    private long forgotten;

    /** Adds a row; it takes the place of an earlier one of its trade. */
    public void add(TradeReading.Rejected rejected, long line) {
      Rejection rejection = Rejection.ofLine(rejected, line);
      kept.remove(rejection.tradeId());
      kept.put(rejection.tradeId(), rejection);
      if (rejection.isNameless()) {
        nameless.add(rejection.tradeId());
        forgetOldest();
      }
    }

    private void forgetOldest() {
      if (nameless.size() > MAX_NAMELESS && kept.remove(nameless.remove()) != null) {
        forgotten++;
      }
    }

    /** A usable row of this trade came: what was wrong before is mended. */
    public void takeBack(String tradeId) {
      kept.remove(tradeId);
    }

    /** Forgets everything, the count too. */
    public void clear() {
      kept.clear();
      nameless.clear();
      forgotten = 0;
    }

    /** What is kept, in the order in which it came. */
    public List<Rejection> kept() {
      return List.copyOf(kept.values());
    }

    /** All that stand, those that are not kept too; 0 or more. */
    public long count() {
      return kept.size() + forgotten;
    }
  }
}
