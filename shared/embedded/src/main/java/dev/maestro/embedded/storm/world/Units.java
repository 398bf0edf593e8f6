package dev.maestro.embedded.storm.world;

import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.number.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The broker's whole numbers: quantities and amounts in ten-thousandths, prices in cents. Exact,
 * and fast enough for millions of schedules.
 */
public final class Units {
  /** One share, or one dollar. */
  public static final long ONE = 10_000;

  private static final int PLACES = 4;
  private static final long CENTS = 100;

  private Units() {}

  /** As a quantity of the ledger. */
  public static Quantity quantity(long units) {
    return new Quantity(BigDecimal.valueOf(units, PLACES));
  }

  /** As money of the ledger. */
  public static Money money(long units) {
    return new Money(BigDecimal.valueOf(units, PLACES));
  }

  /** Towards zero. */
  public static long of(BigDecimal value) {
    return value.setScale(PLACES, RoundingMode.DOWN).unscaledValue().longValueExact();
  }

  /** What a quantity is worth at a price, cut to what is counted. */
  public static long worth(long units, long priceInCents) {
    return units * priceInCents / CENTS;
  }

  /** How much an amount buys at a price, cut to hundredths of a share. */
  public static long bought(long amount, long priceInCents) {
    return amount * CENTS / priceInCents / CENTS * CENTS;
  }
}
