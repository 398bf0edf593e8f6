package dev.maestro.embedded.journal.doubt;

import dev.maestro.engine.journal.Trade;

/**
 * Trades without an id that say what an earlier one of the file says. It remembers the first 32,768
 * of them, whatever the length of the file: a file that was glued to itself begins with them.
 */
final class SameRows {
  private static final int SLOTS = 1 << 16;
  private static final int MOST = SLOTS / 2;

  private long[] seen = new long[0];
  private int size;
  private long same;

  void add(Trade trade, String instrument) {
    if (seen.length == 0) {
      seen = new long[SLOTS];
    }
    long content = content(trade, instrument);
    int slot = (int) (content & (SLOTS - 1));
    while (seen[slot] != 0 && seen[slot] != content) {
      slot = (slot + 1) & (SLOTS - 1);
    }
    if (seen[slot] == content) {
      same++;
    } else if (size < MOST) {
      seen[slot] = content;
      size++;
    }
  }

  /** How many there are. */
  long count() {
    return same;
  }

  /** Never 0, which stands for an empty slot. */
  private static long content(Trade trade, String instrument) {
    long hash = trade.agentId().hashCode();
    hash = 0x9E3779B97F4A7C15L * (hash ^ instrument.hashCode());
    hash = 0x9E3779B97F4A7C15L * (hash ^ trade.closedAt().hashCode() ^ (hash >>> 29));
    hash = 0x9E3779B97F4A7C15L * (hash ^ trade.realizedPnl().hashCode() ^ (hash >>> 29));
    hash = 0x9E3779B97F4A7C15L * (hash ^ trade.entryPrice().hashCode() ^ (hash >>> 29));
    hash = 0x9E3779B97F4A7C15L * (hash ^ trade.quantity().hashCode() ^ (hash >>> 29));
    hash ^= hash >>> 31;
    return hash == 0 ? 1 : hash;
  }
}
