package dev.maestro.embedded.journal.json;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * The slots of the names of a line, found by the place of a member: rows of a file mostly have
 * their members in one order, so that a name is compared once and not looked up.
 */
final class NamePlaces {
  /** The name is not looked at. */
  static final int UNUSED = -1;

  /** Nobody can tell yet. */
  static final int UNKNOWN = -2;

  private static final int MOST = 64;

  private final ToIntFunction<String> slots;
  private final List<char[]> names = new ArrayList<>();
  private final List<Integer> known = new ArrayList<>();

  /** Asks for the slot of each new name; an unknown one is asked for again. */
  NamePlaces(ToIntFunction<String> slots) {
    this.slots = slots;
  }

  /** The slot of the current member, which is the one at this place. */
  int slot(FlatLine line, int place) {
    if (place < names.size() && line.isNamed(names.get(place))) {
      return known.get(place);
    }
    String name = line.name();
    int slot = slots.applyAsInt(name);
    if (slot != UNKNOWN && place < MOST) {
      remember(place, name, slot);
    }
    return slot;
  }

  private void remember(int place, String name, int slot) {
    if (place == names.size()) {
      names.add(name.toCharArray());
      known.add(slot);
    } else if (place < names.size()) {
      names.set(place, name.toCharArray());
      known.set(place, slot);
    }
  }
}
