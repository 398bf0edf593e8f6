package dev.maestro.engine.shadow;

import dev.maestro.engine.capital.Nonce;

/** An entry that is not traded on paper either. */
public record ShadowRefusal(Nonce nonce, Why why) {
  /** Why not. */
  public enum Why {
    /** The same signal was taken before: nothing to do. */
    REPEATED,
    /** The strategy holds the symbol on paper, or has an order in it: nothing to do. */
    ALREADY_HELD,
    /** The book has as many positions or orders as it may: wait until some are closed. */
    FULL
  }
}
