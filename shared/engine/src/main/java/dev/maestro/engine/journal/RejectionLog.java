package dev.maestro.engine.journal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rejected rows of a file that stand, one per trade id, in the order in which they came; not
 * those of the stored journal ({@link AgentWindows}).
 *
 * <p>A row with an id is kept until a usable one takes it back. One without an id stands for good,
 * so only the newest {@value #MAX_NAMELESS} of them are kept, and the others are counted: a file of
 * nothing but such rows takes no more memory than a short one.
 */
public final class RejectionLog {
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
