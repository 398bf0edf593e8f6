package dev.maestro.engine.capital.intent;

/** How an order takes its price. */
public enum OrderType {
  /** Whatever the market gives. */
  MARKET,
  /** The limit price or a better one. */
  LIMIT
}
