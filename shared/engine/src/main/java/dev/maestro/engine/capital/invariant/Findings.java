package dev.maestro.engine.capital.invariant;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Collects what is broken. */
final class Findings {
  private final List<BrokenInvariant> broken = new ArrayList<>();

  /** Something that must be true; what was found instead is only said if it is not. */
  void require(boolean isTrue, String rule, Supplier<String> found) {
    if (!isTrue) {
      broken.add(new BrokenInvariant(rule, found.get()));
    }
  }

  /** Two values that must be equal. */
  void requireEqual(Object expected, Object actual, String rule) {
    require(expected.equals(actual), rule, () -> actual + " instead of " + expected);
  }

  List<BrokenInvariant> all() {
    return List.copyOf(broken);
  }
}
