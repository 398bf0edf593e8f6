package dev.maestro.engine.policy.gather;

import dev.maestro.engine.number.ExactRatio;
import dev.maestro.engine.number.Percent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An account as the policy looks at it; amounts are in account currency.
 *
 * @param day empty if nobody knows how the day began
 * @param positions how many are open, at least 0
 * @param entries reserved or in flight, at least 0
 * @param positionNotional of all positions, each without its sign, at least 0; empty if one of them
 *     has no price
 * @param reservedNotional of all entries, likewise
 */
public record AccountReading(
    BigDecimal equity,
    Optional<DayEquity> day,
    int positions,
    int entries,
    Optional<BigDecimal> positionNotional,
    Optional<BigDecimal> reservedNotional) {

  /** Refuses what would offset something else. */
  public AccountReading {
    if (positions < 0 || entries < 0 || isNegative(positionNotional, reservedNotional)) {
      throw new IllegalArgumentException(
          "positions and entries must be at least 0, got "
              + (positions + " over " + positionNotional)
              + (" and " + entries + " over " + reservedNotional));
    }
  }

  /** (equity - day_start_equity - deposits + withdrawals today) / day_start_equity. */
  Optional<Percent> dailyPnl(LocalDate today) {
    return of(today).flatMap(known -> percent(net(known).subtract(known.start()), known.start()));
  }

  /** Fall from today's highest equity, flows taken out; at most 0. */
  Optional<Percent> drawdown(LocalDate today) {
    return of(today)
        .flatMap(
            known -> {
              BigDecimal peak = known.start().max(known.highest()).max(net(known));
              return percent(net(known).subtract(peak), peak);
            });
  }

  /** Positions and entries together. */
  int openTrades() {
    return (int) Math.min(Integer.MAX_VALUE, (long) positions + entries);
  }

  /** Notional of positions and entries / equity. */
  Optional<Percent> exposure() {
    return positionNotional.flatMap(
        open -> reservedNotional.flatMap(reserved -> percent(open.add(reserved), equity)));
  }

  /** The figures of another day say nothing about today. */
  private Optional<DayEquity> of(LocalDate today) {
    return day.filter(known -> known.day().equals(today));
  }

  private BigDecimal net(DayEquity known) {
    return equity.subtract(known.flows());
  }

  /** Nothing is a percentage of nothing. */
  private static Optional<Percent> percent(BigDecimal part, BigDecimal whole) {
    return whole.signum() <= 0
        ? Optional.empty()
        : Percent.ofFinite(ExactRatio.of(part.movePointRight(2), whole));
  }

  private static boolean isNegative(Optional<BigDecimal> one, Optional<BigDecimal> other) {
    return one.filter(amount -> amount.signum() < 0).isPresent()
        || other.filter(amount -> amount.signum() < 0).isPresent();
  }
}
