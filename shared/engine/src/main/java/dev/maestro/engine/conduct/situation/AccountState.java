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
 * An account as others report it. How its day has gone is not theirs to say: cycles remember that.
 *
 * @param flows deposits less withdrawals since its day began, in account currency; empty: not said
 */
public record AccountState(AccountSnapshot snapshot, Optional<BigDecimal> flows) {
  /** An account of which nobody says what flows in and out. */
  public static AccountState of(AccountSnapshot snapshot) {
    return new AccountState(snapshot, Optional.empty());
  }

  /** What a broker reports of it now; what flows in and out somebody else says. */
  public AccountState reported(AccountSnapshot newest) {
    return new AccountState(newest, flows);
  }

  /**
   * How the day has gone up to now. The first cycle of a day sets its start, with no deposits yet;
   * a snapshot that is stale, or of a time to come, says nothing about today, and where the day
   * before is later than today the clock has stepped back: nothing begins anew. Flows that are not
   * said any more are those that were said last.
   *
   * @param before as the cycle before left it; empty before the first
   * @param today in the zone of the tenant
   */
  public Optional<DayEquity> day(Optional<DayEquity> before, LocalDate today, Instant now) {
    boolean isLaterDay = before.filter(known -> known.day().isAfter(today)).isPresent();
    if (snapshot.isStaleAt(now) || isLaterDay) {
      return before;
    }
    BigDecimal equity = snapshot.equity();
    DayEquity begun =
        before
            .filter(known -> known.day().equals(today))
            .map(known -> known.withFlows(flows.orElse(known.flows())))
            .orElse(new DayEquity(today, equity, BigDecimal.ZERO, equity));
    return Optional.of(begun.reaching(equity));
  }

  /**
   * What the trading policy looks at. A position counts with the higher of its own and the market's
   * price.
   */
  public AccountReading reading(Optional<DayEquity> day, Map<Symbol, SymbolMarket> markets) {
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
