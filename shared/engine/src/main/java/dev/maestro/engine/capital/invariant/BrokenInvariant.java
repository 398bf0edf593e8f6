package dev.maestro.engine.capital.invariant;

/**
 * Something that must be true and is not: trading goes to REDUCING and a person looks.
 *
 * @param rule what must be true
 * @param found what is
 */
public record BrokenInvariant(String rule, String found) {
  @Override
  public String toString() {
    return rule + ": " + found;
  }
}
