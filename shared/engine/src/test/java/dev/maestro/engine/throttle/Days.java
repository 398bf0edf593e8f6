package dev.maestro.engine.throttle;

import dev.maestro.engine.throttle.mode.ThrottleMode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Closed days of a strategy whose capital is 1, so that what a day earns is its return. */
public final class Days {
  /** The last of the days, unless a test says otherwise. */
  public static final LocalDate LAST = LocalDate.of(2026, 2, 27);

  private Days() {}

  /** Days with these returns, oldest first, the newest on {@link #LAST}. */
  public static List<DayResult> returning(String... returns) {
    return until(LAST, returns);
  }

  /** Days with these returns, oldest first, the newest on the given day. */
  public static List<DayResult> until(LocalDate last, String... returns) {
    List<DayResult> days = new ArrayList<>();
    for (int i = 0; i < returns.length; i++) {
      days.add(day(last.minusDays(returns.length - 1L - i), returns[i]));
    }
    return days;
  }

  /** One day. */
  public static DayResult day(LocalDate date, String earned) {
    return new DayResult(
        date, new BigDecimal(earned), Optional.of(BigDecimal.ZERO), Optional.of(BigDecimal.ONE));
  }

  /** Days that call for a mode. */
  public static List<DayResult> callingFor(ThrottleMode mode) {
    return callingFor(mode, LAST);
  }

  /** Days that call for a mode, the newest on the given day. */
  public static List<DayResult> callingFor(ThrottleMode mode, LocalDate last) {
    return switch (mode) {
      case ACTIVE -> until(last, "0.01", "0.02", "0.01", "0.02", "0.01", "0.02");
      case REDUCED -> until(last, "-0.0089", "0.0101", "-0.0089", "0.0101", "-0.0089", "0.0101");
      case SHADOW_MODE -> until(last, "-0.01", "-0.02", "-0.01", "-0.02", "-0.01", "-0.02");
    };
  }
}
