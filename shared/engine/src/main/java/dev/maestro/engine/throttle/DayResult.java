package dev.maestro.engine.throttle;

import dev.maestro.engine.throttle.mode.ThrottleMode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One closed day of a strategy, UTC; today is never one.
 *
 * @param realizedPnl sum over the trades closed that day, account currency
 * @param unrealizedPnl mark of the open positions at its end, 0 without one; empty: unknown, which
 *     is not 0
 * @param capitalBase capital at its start, above 0; empty: the tenant's base capital
 * @param onPaper what it did on paper; empty: nothing was kept of that
 */
public record DayResult(
    LocalDate date,
    BigDecimal realizedPnl,
    Optional<BigDecimal> unrealizedPnl,
    Optional<BigDecimal> capitalBase,
    Optional<OnPaper> onPaper) {

  /**
   * What a strategy did on paper on a day.
   *
   * @param mode of the day; in SHADOW_MODE this is what counts of it
   * @param pnl what was closed on paper, and the change of what is open; empty: unknown
   * @param mark of what is open on paper at its end, 0 without; empty: unknown
   */
  public record OnPaper(ThrottleMode mode, Optional<BigDecimal> pnl, Optional<BigDecimal> mark) {
    /** True if the strategy was kept from trading. */
    public boolean isShadowed() {
      return mode == ThrottleMode.SHADOW_MODE;
    }
  }

  /** Refuses a capital base that nothing can be divided by. */
  public DayResult {
    if (capitalBase.filter(base -> base.signum() <= 0).isPresent()) {
      throw new IllegalArgumentException(
          "capital_base of " + date + " must be above 0, got " + capitalBase.get());
    }
  }

  /** A day of which nothing is known on paper. */
  public DayResult(
      LocalDate date,
      BigDecimal realizedPnl,
      Optional<BigDecimal> unrealizedPnl,
      Optional<BigDecimal> capitalBase) {
    this(date, realizedPnl, unrealizedPnl, capitalBase, Optional.empty());
  }

  /** The same with what it did on paper. */
  public DayResult with(Optional<OnPaper> paper) {
    return new DayResult(date, realizedPnl, unrealizedPnl, capitalBase, paper);
  }

  /** True if what is open at its end has no known mark, or what counts of it is unknown. */
  boolean isUnknown() {
    return unrealizedPnl.isEmpty()
        || onPaper.filter(paper -> paper.isShadowed() && paper.pnl().isEmpty()).isPresent();
  }

  /**
   * A day of which nothing was written: nothing was closed. What was open the day before may be
   * open or not, so its mark is unknown unless nothing was.
   */
  static DayResult idle(LocalDate date, DayResult before) {
    return new DayResult(
        date,
        BigDecimal.ZERO,
        before.unrealizedPnl().filter(mark -> mark.signum() == 0),
        Optional.empty());
  }
}
