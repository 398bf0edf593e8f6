package dev.maestro.engine.signal.account;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * An account as its broker reported it.
 *
 * @param equity in account currency
 * @param positions one per strategy and symbol
 * @param asOf when the broker said so
 */
public record AccountSnapshot(
    String accountId,
    BigDecimal equity,
    BigDecimal buyingPower,
    List<Position> positions,
    Instant asOf) {
  /** Older snapshots allow exits only. */
  public static final Duration MAX_AGE = Duration.ofMinutes(15);

  private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(1);

  /** Keeps its own list. */
  public AccountSnapshot {
    positions = List.copyOf(positions);
  }

  /** The same account with other positions. */
  public AccountSnapshot holding(List<Position> others) {
    return new AccountSnapshot(accountId, equity, buyingPower, others, asOf);
  }

  /**
   * True if too much may have happened since, or if it is from more than a minute ahead: it would
   * stay fresh for as long as it likes.
   */
  public boolean isStaleAt(Instant now) {
    return asOf.plus(MAX_AGE).isBefore(now) || asOf.isAfter(now.plus(CLOCK_TOLERANCE));
  }
}
