package dev.maestro.engine.capital.sizing;

/** What sizing says of an entry. */
public enum SizingCode {
  /** It may be reserved. */
  RESERVED,
  /** Neither the signal nor the market has a price: wait for a bar. */
  NO_PRICE,
  /** The stop lies at the price or on its wrong side, or the price is none: mend the strategy. */
  INVALID_SIGNAL,
  /** The signal's price lies too far from the market's: it was made of other data. */
  PRICE_COLLAR,
  /** What the bounds leave is less than an order is worth. */
  NO_CAPITAL
}
