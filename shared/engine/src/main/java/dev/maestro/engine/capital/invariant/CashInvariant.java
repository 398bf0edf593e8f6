package dev.maestro.engine.capital.invariant;

import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.capital.book.LedgerHolding;
import dev.maestro.engine.capital.book.LedgerTrade;
import dev.maestro.engine.capital.book.Lot;
import dev.maestro.engine.capital.intent.Intent;
import dev.maestro.engine.capital.ledger.Ledger;
import dev.maestro.engine.number.Money;
import java.util.Collection;
import java.util.List;

/**
 * Where the money went, to the last digit: proceeds - payments - fees of all orders and closes of
 * strategies = P&amp;L of their trades - what is still held, or lies in lots, of cost and fees. A
 * short was paid for when it began, so its cost counts the other way.
 */
public final class CashInvariant {
  private CashInvariant() {}

  /**
   * All that is broken.
   *
   * @param intents all there ever were, open and ended
   * @param trades all that were ever written, as they are now
   */
  public static List<BrokenInvariant> of(
      Ledger ledger, Collection<Intent> intents, Collection<LedgerTrade> trades) {
    Money cash = ledger.assigned();
    for (Intent intent : intents) {
      if (!intent.key().holder().isNobody()) {
        cash = cash.plus(flow(intent.side(), intent.filled().notional(), intent.filled().fees()));
      }
    }
    Money earned = Money.ZERO;
    for (LedgerTrade trade : trades) {
      if (!trade.key().holder().isNobody()) {
        earned = earned.plus(trade.realizedPnl());
        cash = trade.isClose() ? cash.plus(flow(trade)) : cash;
      }
    }
    Findings findings = new Findings();
    findings.requireEqual(
        cash, earned.minus(held(ledger)), "proceeds - payments - fees = P&L - what is held");
    return findings.all();
  }

  private static Money flow(LedgerTrade close) {
    OrderSide side = OrderSide.closing(close.quantity().signum());
    return flow(side, close.turnover(), close.exitFees());
  }

  private static Money flow(OrderSide side, Money notional, Money fees) {
    Money received = side == OrderSide.SELL ? notional : notional.negated();
    return received.minus(fees);
  }

  private static Money held(Ledger ledger) {
    Money sum = Money.ZERO;
    for (LedgerHolding holding : ledger.book().holdings().all()) {
      sum = holding.key().holder().isNobody() ? sum : sum.plus(paid(holding));
    }
    for (Lot lot : ledger.book().lots().all()) {
      sum = sum.plus(paid(lot.content()));
    }
    return sum;
  }

  private static Money paid(LedgerHolding holding) {
    Money cost = holding.sign() > 0 ? holding.cost() : holding.cost().negated();
    return cost.plus(holding.fees());
  }
}
