package dev.maestro.testing.snapshot;

import dev.maestro.engine.capital.CapitalConfig;
import dev.maestro.engine.capital.Holder;
import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.capital.book.LedgerHolding;
import dev.maestro.engine.capital.book.PositionBook;
import dev.maestro.engine.capital.book.Stake;
import dev.maestro.engine.claim.TenantLedger;
import dev.maestro.engine.name.AgentId;
import dev.maestro.engine.number.Money;
import dev.maestro.engine.signal.account.AccountSnapshot;
import dev.maestro.engine.signal.account.Position;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;

/** The ledger of a test in which what an account shows is held by whoever it names. */
public final class HeldLedger {
  private HeldLedger() {}

  /** A ledger that holds the account's positions. */
  public static TenantLedger of(AccountSnapshot account) {
    TenantLedger empty =
        TenantLedger.born("paper", Collections.emptySortedMap(), CapitalConfig.DEFAULTS);
    PositionBook book = PositionBook.EMPTY;
    for (Position position : account.positions()) {
      book = book.opened(holding(position, account.asOf()));
    }
    return empty.with(empty.ledger().withBook(book).nextVersion());
  }

  private static LedgerHolding holding(Position position, Instant asOf) {
    Holder holder = position.strategy().map(Holder::of).orElse(Holder.NOBODY);
    Money cost = Money.rounded(position.avgPrice().multiply(position.quantity()).abs());
    return new LedgerHolding(
        new PositionKey(position.symbol().orElseThrow(), holder),
        new Stake(Quantity.rounded(position.quantity()), cost, Money.ZERO, Money.ZERO),
        Optional.of(new AgentId(holder.isNobody() ? "nobody" : holder.value())),
        asOf);
  }
}
