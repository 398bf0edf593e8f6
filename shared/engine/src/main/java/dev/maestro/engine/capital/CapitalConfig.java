package dev.maestro.engine.capital;

/**
 * The parameters of capital.
 *
 * @param repeatLimit entries of one strategy, symbol and side that may be claimed within an hour
 * @param maxGrantsPerMinute entries that may be claimed within a minute
 * @param maxOpen open intents, and holdings and lots together, that one ledger document holds
 */
public record CapitalConfig(
    SizingLimits sizing, TimeLimits times, int repeatLimit, int maxGrantsPerMinute, int maxOpen) {
  private static final int LARGEST_LEDGER = 500;

  /** 5 an hour, 60 a minute, 500 of each. */
  public static final CapitalConfig DEFAULTS =
      new CapitalConfig(SizingLimits.DEFAULTS, TimeLimits.DEFAULTS, 5, 60, LARGEST_LEDGER);

  /** Refuses limits below 1 and a ledger that no document could hold. */
  public CapitalConfig {
    if (repeatLimit < 1 || maxGrantsPerMinute < 1) {
      throw new IllegalArgumentException(
          "repeat_limit and max_grants_per_minute must be 1 or more");
    }
    if (maxOpen < 1 || maxOpen > LARGEST_LEDGER) {
      throw new IllegalArgumentException("max_open must be from 1 to 500, got " + maxOpen);
    }
  }
}
