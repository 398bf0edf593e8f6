package dev.maestro.engine.conduct.screen;

import dev.maestro.engine.form.View;
import java.util.OptionalDouble;

/**
 * A limit and how much of it is used, both in its unit.
 *
 * @param used empty if unknown; 0 is nothing used
 * @param allowed empty if nobody knows it
 */
record LimitUse(Limit limit, OptionalDouble used, OptionalDouble allowed) {
  /** What stops entries once it is reached. */
  enum Limit {
    /** How far the day's equity is below its start or its highest, percent. */
    DAILY_LOSS("percent"),
    /** Positions and entries under way over equity, percent. */
    EXPOSURE("percent"),
    /** Positions, and entries of what is not held. */
    POSITIONS("count"),
    /** Entries of the UTC day; no limit without a global policy. */
    DAILY_TRADES("count"),
    /** Newest closed trades in a row that lost. */
    LOSING_STREAK("count");

    private final String unit;

    Limit(String unit) {
      this.unit = unit;
    }
  }

  /** Numbers, or null for what is unknown. */
  static final View<LimitUse> VIEW =
      View.<LimitUse>empty()
          .with("limit", LimitUse::limit)
          .with("unit", use -> use.limit.unit)
          .with("used", LimitUse::used)
          .with("allowed", LimitUse::allowed);
}
