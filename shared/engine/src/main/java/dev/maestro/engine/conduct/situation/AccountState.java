package dev.maestro.engine.conduct.situation;

import dev.maestro.engine.capital.book.LedgerHolding;
import dev.maestro.engine.capital.ledger.Ledger;
import dev.maestro.engine.capital.ledger.LedgerSums;
import dev.maestro.engine.market.Bar;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.policy.gather.AccountReading;
import dev.maestro.engine.policy.gather.DayEquity;
import dev.maestro.engine.signal.account.AccountSnapshot;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * An account as others report it. How its day has gone is not theirs to say: cycles remember that.
 *
 * @param executor who alone may claim: {@code paper}, or a user; empty: not said
 * @param flows deposits less withdrawals since its day began, in account currency; empty: not said
 */
public record AccountState(
    AccountSnapshot snapshot, Optional<String> executor, Optional<BigDecimal> flows) {
  /** An account of which nobody says what flows in and out. */
  public static AccountState of(AccountSnapshot snapshot) {
    return new AccountState(snapshot, Optional.empty(), Optional.empty());
  }

  /** What a broker reports of it now; what flows in and out somebody else says. */
  public AccountState reported(AccountSnapshot newest) {
    return new AccountState(newest, executor, flows);
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
   * What the trading policy looks at. A holding counts with the higher of its cost and the market's
   * price.
   */
  public AccountReading reading(
      Ledger ledger, Optional<DayEquity> day, Map<Symbol, SymbolMarket> markets) {
    BigDecimal notional = BigDecimal.ZERO;
    for (LedgerHolding holding : ledger.book().holdings().all()) {
      notional = notional.add(notional(holding, markets));
    }
    int held = ledger.book().holdings().size();
    return new AccountReading(
        snapshot.equity(),
        day,
        held,
        LedgerSums.positions(ledger) - held,
        Optional.of(notional),
        Optional.of(LedgerSums.reserved(ledger).value()));
  }

  private static BigDecimal notional(LedgerHolding holding, Map<Symbol, SymbolMarket> markets) {
    return Optional.ofNullable(markets.get(holding.key().symbol()))
        .flatMap(known -> known.bars().newest())
        .map(Bar::close)
        .map(BigDecimal::valueOf)
        .map(price -> price.multiply(holding.quantity().abs().value()))
        .orElse(BigDecimal.ZERO)
        .max(holding.cost().value());
  }
}
