package dev.maestro.market.strategy;

/** What a strategy holds in a symbol. */
public enum HeldSide {
  /** Nothing. */
  NONE,
  /** More bought than sold. */
  LONG,
  /** More sold than bought. */
  SHORT
}
