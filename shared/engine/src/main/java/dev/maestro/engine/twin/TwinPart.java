package dev.maestro.engine.twin;

import java.util.Locale;

/**
 * What Maestro's effect is made of. A part is worth what its book has made more than the book
 * before it; the parts add up to {@link TwinBook#POLICY} less {@link TwinBook#NONE}, exactly.
 */
public enum TwinPart {
  /** Weights instead of equal shares. */
  WEIGHTS(TwinBook.NONE, TwinBook.WEIGHTS),
  /** Less, or nothing, for strategies that do badly. */
  THROTTLE(TwinBook.WEIGHTS, TwinBook.THROTTLE),
  /** No buying while many sell, and risk checks. */
  OVERRIDE(TwinBook.THROTTLE, TwinBook.OVERRIDE),
  /** What may be traded at all. */
  POLICY(TwinBook.OVERRIDE, TwinBook.POLICY);

  private final TwinBook without;
  private final TwinBook with;

  TwinPart(TwinBook without, TwinBook with) {
    this.without = without;
    this.with = with;
  }

  /** The book that has it. */
  public TwinBook with() {
    return with;
  }

  /** The book that lacks it, and nothing else. */
  public TwinBook without() {
    return without;
  }

  /** As it stands in a sentence: {@code throttle}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
