package dev.maestro.engine.throttle;

import dev.maestro.engine.number.ExactRatio;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;

/** The return of a closed day. */
public final class DayReturn {
  private DayReturn() {}

  /**
   * (realized + unrealized - unrealized of the day before) / capital base, a fraction. Of a day in
   * SHADOW_MODE what was earned on paper counts, and what was lost in earnest besides, never what
   * was gained.
   *
   * @param markBefore what was open at the end of the day before; empty: unknown
   * @param baseCapital stands in where the day has no capital base
   * @return empty: not known
   */
  public static OptionalDouble of(
      DayResult day, Optional<BigDecimal> markBefore, BigDecimal baseCapital) {
    if (day.isUnknown() || markBefore.isEmpty()) {
      return OptionalDouble.empty();
    }
    BigDecimal gain =
        day.realizedPnl().add(day.unrealizedPnl().orElseThrow()).subtract(markBefore.get());
    BigDecimal counted =
        day.onPaper()
            .filter(DayResult.OnPaper::isShadowed)
            .flatMap(DayResult.OnPaper::pnl)
            .map(pnl -> pnl.add(gain.min(BigDecimal.ZERO)))
            .orElse(gain);
    return OptionalDouble.of(ExactRatio.of(counted, day.capitalBase().orElse(baseCapital)));
  }
}
