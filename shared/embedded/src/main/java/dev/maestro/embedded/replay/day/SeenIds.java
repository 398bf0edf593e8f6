package dev.maestro.embedded.replay.day;

/**
 * Ids that were met, by 64 bits of each: 16 bytes an id. It may say of one in a billion billions
 * that it was met though it was not, never the reverse.
 */
final class SeenIds {
  private static final long FREE = 0;
  private static final long FNV_START = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;
  private static final long MIX = 0x9E3779B97F4A7C15L;

  private long[] places = new long[1 << 12];
  private int count;

  /** Adds an id; false if it was there. */
  boolean add(String id) {
    if (2 * (count + 1) > places.length) {
      grow();
    }
    boolean isNew = put(places, hash(id));
    count += isNew ? 1 : 0;
    return isNew;
  }

  private void grow() {
    long[] larger = new long[2 * places.length];
    for (long hash : places) {
      if (hash != FREE) {
        put(larger, hash);
      }
    }
    places = larger;
  }

  private static boolean put(long[] places, long hash) {
    int mask = places.length - 1;
    int at = (int) ((hash * MIX) >>> 32) & mask;
    while (places[at] != FREE) {
      if (places[at] == hash) {
        return false;
      }
      at = (at + 1) & mask;
    }
    places[at] = hash;
    return true;
  }

  /** FNV-1a over its characters, stirred once more. */
  private static long hash(String id) {
    long hash = FNV_START;
    for (int i = 0; i < id.length(); i++) {
      hash = (hash ^ id.charAt(i)) * FNV_PRIME;
    }
    hash = (hash ^ (hash >>> 32)) * MIX;
    return hash == FREE ? 1 : hash;
  }
}
