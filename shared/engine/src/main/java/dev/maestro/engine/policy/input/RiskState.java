package dev.maestro.engine.policy.input;

import dev.maestro.engine.number.Percent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where the account stands today; every figure is required, and empty if unknown or not a number.
 *
 * @param dailyPnl percent of the day's first equity, flows taken out; losses are negative
 * @param currentDrawdown percent below today's highest equity, at most 0
 * @param losingStreak newest closed trades in a row that lost, at least 0
 * @param openTrades positions and entries reserved or in flight, at least 0
 * @param totalExposure percent of equity, at least 0
 */
public record RiskState(
    Optional<Percent> dailyPnl,
    Optional<Percent> currentDrawdown,
    OptionalInt losingStreak,
    OptionalInt openTrades,
    Optional<Percent> totalExposure) {

  /** Nothing is known. */
  public static final RiskState UNKNOWN =
      new RiskState(
          Optional.empty(),
          Optional.empty(),
          OptionalInt.empty(),
          OptionalInt.empty(),
          Optional.empty());

  /** The figures without those of the wrong sign: they are as good as unknown. */
  public RiskState valid() {
    return new RiskState(
        dailyPnl,
        currentDrawdown.filter(drawdown -> drawdown.value() <= 0),
        notNegative(losingStreak),
        notNegative(openTrades),
        totalExposure.filter(exposure -> exposure.value() >= 0));
  }

  /** The names of the figures that are missing or of the wrong sign. */
  public List<String> badFields() {
    RiskState valid = valid();
    List<String> bad = new ArrayList<>();
    addIf(valid.dailyPnl.isEmpty(), "daily_pnl_pct", bad);
    addIf(valid.currentDrawdown.isEmpty(), "current_drawdown_pct", bad);
    addIf(valid.losingStreak.isEmpty(), "losing_streak", bad);
    addIf(valid.openTrades.isEmpty(), "open_trades_count", bad);
    addIf(valid.totalExposure.isEmpty(), "total_exposure_pct", bad);
    return bad;
  }

  private static OptionalInt notNegative(OptionalInt count) {
    return count.isPresent() && count.getAsInt() < 0 ? OptionalInt.empty() : count;
  }

  private static void addIf(boolean condition, String field, List<String> fields) {
    if (condition) {
      fields.add(field);
    }
  }
}
