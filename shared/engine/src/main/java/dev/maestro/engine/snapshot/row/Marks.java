package dev.maestro.engine.snapshot.row;

import dev.maestro.engine.market.Bar;
import dev.maestro.engine.market.BarHistory;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.signal.account.AccountSnapshot;
import dev.maestro.engine.signal.account.Position;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What the open positions of a strategy would have earned at a time; unknown is empty, never 0. */
public final class Marks {
  /** An account that its broker reported longer before the time says nothing of it. */
  public static final Duration ACCOUNT_MAX_AGE = Duration.ofDays(1);

  /** An account reported longer after the time may have closed what was held, or opened more. */
  public static final Duration ACCOUNT_MAX_LEAD = Duration.ofHours(1);

  /** A bar that closed longer before the time is no price: more than a weekend and a holiday. */
  public static final Duration BAR_MAX_AGE = Duration.ofDays(4);

  /** Decimal places of a mark: exact products have more than can be read again. */
  private static final int PLACES = 10;

  private Marks() {}

  /**
   * The sum of quantity x (price - average price) over the positions that the strategy opened; 0 if
   * it holds none; at most 10 decimal places, rounded half-even. Unknown if the account is, or the
   * price of any of them.
   *
   * @param bars by symbol; the price is the close of the newest bar that was complete at the time
   */
  public static Optional<BigDecimal> of(
      StrategyId strategy,
      Optional<AccountSnapshot> account,
      Map<Symbol, BarHistory> bars,
      Instant time) {
    boolean isOfTheDay =
        account
            .filter(known -> !known.asOf().isBefore(time.minus(ACCOUNT_MAX_AGE)))
            .filter(known -> !known.asOf().isAfter(time.plus(ACCOUNT_MAX_LEAD)))
            .isPresent();
    if (!isOfTheDay) {
      return Optional.empty();
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (Position position : account.orElseThrow().positions()) {
      if (position.isOf(strategy)) {
        Optional<BigDecimal> price =
            price(position.symbol().flatMap(symbol -> Optional.ofNullable(bars.get(symbol))), time);
        if (price.isEmpty()) {
          return Optional.empty();
        }
        BigDecimal gain = price.get().subtract(position.avgPrice());
        sum = sum.add(gain.multiply(position.quantity()));
      }
    }
    return Optional.of(sum.scale() > PLACES ? sum.setScale(PLACES, RoundingMode.HALF_EVEN) : sum);
  }

  /** The close of the newest bar that was complete at the time; empty if that is too old. */
  static Optional<BigDecimal> price(Optional<BarHistory> history, Instant time) {
    return history
        .flatMap(bars -> bars.closedBy(time).newest().filter(bar -> isFresh(bar, bars, time)))
        .map(bar -> BigDecimal.valueOf(bar.close()));
  }

  private static boolean isFresh(Bar bar, BarHistory bars, Instant time) {
    return !bar.start().plus(bars.barLength()).isBefore(time.minus(BAR_MAX_AGE));
  }
}
