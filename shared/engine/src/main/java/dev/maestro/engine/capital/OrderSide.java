package dev.maestro.engine.capital;

/**
 * What an order does: buy or sell. Not whether it opens or closes, which depends on what is held.
 */
public enum OrderSide {
  /** Adds to a long, takes from a short. */
  BUY(1),
  /** Adds to a short, takes from a long. */
  SELL(-1);

  private final int sign;

  OrderSide(int sign) {
    this.sign = sign;
  }

  /** 1 for what is bought, -1 for what is sold. */
  public int sign() {
    return sign;
  }

  /** The side that closes a position of the given sign. */
  public static OrderSide closing(int heldSign) {
    return heldSign > 0 ? SELL : BUY;
  }
}
