package dev.maestro.engine.capital.ledger;

import dev.maestro.engine.number.Money;
import java.time.Duration;
import java.time.Instant;

/**
 * The account as the broker last showed it.
 *
 * @param asOf in our clock, fetched before the broker was asked
 * @param refusedSince true if a later snapshot was refused as invalid: until a valid one comes, the
 *     figures are not to be relied on
 */
public record BrokerAccount(Money equity, Money buyingPower, Instant asOf, boolean refusedSince) {
  /** True if entries may not rely on it: refused since, or older than the limit. */
  public boolean isStale(Instant now, Duration maxAge) {
    return refusedSince || now.isAfter(asOf.plus(maxAge));
  }

  /** The same after an invalid snapshot. */
  public BrokerAccount refused() {
    return new BrokerAccount(equity, buyingPower, asOf, true);
  }
}
