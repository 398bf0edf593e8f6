package dev.maestro.cli;

/** A number of things, as people say it. */
public final class Plural {
  private Plural() {}

  /** {@code 1 finding}, {@code 2 findings}; one that is made plural by an s. */
  public static String of(long number, String one) {
    return number + " " + one + (number == 1 ? "" : "s");
  }
}
