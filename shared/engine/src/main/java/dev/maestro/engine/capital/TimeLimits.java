package dev.maestro.engine.capital;

import java.time.Duration;

/**
 * How long things of the ledger are good for. "Within d" means less than d.
 *
 * @param claimWithin from the reservation to the claim
 * @param reportWithin from the claim, or a report, to the next report
 * @param accountMaxAge a snapshot older than this lets nothing but exits through
 * @param snapshotGrace how far a snapshot may lag behind a booking, and run ahead of the clock
 * @param driftConfirm between the snapshot that doubts a holding and the one that takes it out
 */
public record TimeLimits(
    Duration claimWithin,
    Duration reportWithin,
    Duration accountMaxAge,
    Duration snapshotGrace,
    Duration driftConfirm) {
  private static final Duration LONGEST = Duration.ofDays(1);

  /** 10 min, 15 min, 15 min, 5 s, 5 min. */
  public static final TimeLimits DEFAULTS =
      new TimeLimits(
          Duration.ofMinutes(10),
          Duration.ofMinutes(15),
          Duration.ofMinutes(15),
          Duration.ofSeconds(5),
          Duration.ofMinutes(5));

  /**
   * Refuses what is below 0 or longer than a day, and limits within which nothing could ever
   * happen.
   */
  public TimeLimits {
    requirePositive("claim_within", claimWithin);
    requirePositive("report_within", reportWithin);
    requirePositive("account_max_age", accountMaxAge);
    if (snapshotGrace.isNegative() || driftConfirm.isNegative()) {
      throw new IllegalArgumentException("snapshot_grace and drift_confirm must be 0 or more");
    }
  }

  private static void requirePositive(String name, Duration limit) {
    if (limit.isNegative() || limit.isZero() || limit.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          name + " must be above 0 and at most a day, 86400, got " + limit.toMillis() / 1e3);
    }
  }
}
