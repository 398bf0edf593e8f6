package dev.maestro.engine.policy;

/** Order of the words of a policy: their sets list the loosest first. */
public final class Tightness {
  private Tightness() {}

  /** The tighter of both. */
  public static <E extends Enum<E>> E tighter(E one, E other) {
    return isLooser(one, other) ? other : one;
  }

  /** True if {@code one} is looser than {@code other}. */
  public static <E extends Enum<E>> boolean isLooser(E one, E other) {
    return one.compareTo(other) < 0;
  }
}
