package dev.maestro.embedded.journal.cell;

import java.util.HashMap;
import java.util.Map;

/** A name that many rows share: one text for all of them. */
public final class NameCell implements CellReader {
  /** Names beyond these are not shared. */
  private static final int REMEMBERED = 10_000;

  private final Map<String, String> known = new HashMap<>();

  @Override
  public Object read(char[] text, int offset, int length) {
    return shared(new String(text, offset, length));
  }

  private String shared(String name) {
    String same = known.get(name);
    if (same != null) {
      return same;
    }
    if (known.size() < REMEMBERED) {
      known.put(name, name);
    }
    return name;
  }
}
