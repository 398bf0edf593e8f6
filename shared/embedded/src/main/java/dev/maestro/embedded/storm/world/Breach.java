package dev.maestro.embedded.storm.world;

/**
 * Something that must be true and is not.
 *
 * @param rule what must be true
 * @param found what is
 */
public record Breach(String rule, String found) {
  @Override
  public String toString() {
    return rule + ": " + found;
  }
}
