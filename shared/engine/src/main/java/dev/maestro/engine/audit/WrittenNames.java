package dev.maestro.engine.audit;

/**
 * The names of fields that stand in a canonical form already. A record has the same thirty in each
 * of a hundred rows: from the second row on they are copied, not written.
 */
final class WrittenNames {
  /** A power of two; two names of one slot take turns. */
  private static final int SLOTS = 128;

  private final String[] names = new String[SLOTS];
  private final int[] places = new int[SLOTS];
  private final int[] lengths = new int[SLOTS];

  /** Appends a name with its quotation marks and colon. */
  void append(String name, CanonicalBytes out) {
    int slot = name.hashCode() & (SLOTS - 1);
    if (name.equals(names[slot])) {
      out.again(places[slot], lengths[slot]);
      return;
    }
    int place = out.length();
    out.quoted(name);
    out.ascii(':');
    names[slot] = name;
    places[slot] = place;
    lengths[slot] = out.length() - place;
  }
}
