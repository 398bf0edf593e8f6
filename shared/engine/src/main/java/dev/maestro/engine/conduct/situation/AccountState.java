package dev.maestro.engine.conduct.situation;

import dev.maestro.engine.market.Bar;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.policy.gather.AccountReading;
import dev.maestro.engine.policy.gather.DayEquity;
import dev.maestro.engine.signal.account.AccountSnapshot;
import dev.maestro.engine.signal.account.Position;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * An account and how its day has gone.
 *
 * @param day the newest day that a cycle has begun; empty before the first
 */
public record AccountState(AccountSnapshot snapshot, Optional<DayEquity> day) {
  /** An account of which no cycle has begun a day. */
  public static AccountState of(AccountSnapshot snapshot) {
    return new AccountState(snapshot, Optional.empty());
  }

  /** What a broker reports of it now; how its day has gone stays. */
  public AccountState reported(AccountSnapshot newest) {
    return new AccountState(newest, day);
  }

  /**
   * This account with today begun and its highest equity brought up to date. The first cycle of a
   * day sets the day's start, with no deposits yet; a snapshot that is stale, or of a time to come,
   * says nothing about today, and where the stored day is later than today the clock has stepped
   * back: nothing begins anew.
   *
   * @param today in the zone of the tenant
   */
  public AccountState on(LocalDate today, Instant now) {
    boolean isLaterDay = day.filter(known -> known.day().isAfter(today)).isPresent();
    if (snapshot.isStaleAt(now) || isLaterDay) {
      return this;
    }
    BigDecimal equity = snapshot.equity();
    DayEquity begun =
        day.filter(known -> known.day().equals(today))
            .orElse(new DayEquity(today, equity, BigDecimal.ZERO, equity));
    BigDecimal highest = begun.highest().max(equity.subtract(begun.flows()));
    return new AccountState(
        snapshot, Optional.of(new DayEquity(today, begun.start(), begun.flows(), highest)));
  }

  /**
   * What the trading policy looks at. A position counts with the higher of its own and the market's
   * price.
   */
  public AccountReading reading(Map<Symbol, SymbolMarket> markets) {
    Optional<BigDecimal> notional = Optional.of(BigDecimal.ZERO);
    for (Position position : snapshot.positions()) {
      Optional<BigDecimal> held = notional(position, markets);
      notional = notional.flatMap(sum -> held.map(sum::add));
    }
    return new AccountReading(
        snapshot.equity(),
        day,
        snapshot.positions().size(),
        0,
        notional,
        Optional.of(BigDecimal.ZERO));
  }

  /** Empty if nobody knows a price. */
  private static Optional<BigDecimal> notional(
      Position position, Map<Symbol, SymbolMarket> markets) {
    BigDecimal market =
        position
            .symbol()
            .flatMap(symbol -> Optional.ofNullable(markets.get(symbol)))
            .flatMap(known -> known.bars().newest())
            .map(Bar::close)
            .map(BigDecimal::valueOf)
            .orElse(BigDecimal.ZERO);
    BigDecimal price = market.max(position.avgPrice());
    return price.signum() > 0
        ? Optional.of(price.multiply(position.quantity()).abs())
        : Optional.empty();
  }
}
