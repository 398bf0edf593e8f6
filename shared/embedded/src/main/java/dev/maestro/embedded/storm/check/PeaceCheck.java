package dev.maestro.embedded.storm.check;

import dev.maestro.embedded.storm.broker.BrokerClose;
import dev.maestro.embedded.storm.broker.BrokerOrder;
import dev.maestro.embedded.storm.broker.ModelBroker;
import dev.maestro.embedded.storm.store.StormStore;
import dev.maestro.embedded.storm.world.Breaches;
import dev.maestro.embedded.storm.world.Cast;
import dev.maestro.embedded.storm.world.Units;
import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.capital.book.LedgerHolding;
import dev.maestro.engine.capital.book.LedgerTrade;
import dev.maestro.engine.capital.intent.FilledSoFar;
import dev.maestro.engine.capital.intent.Intent;
import dev.maestro.engine.capital.invariant.CashInvariant;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.number.Money;
import java.math.BigDecimal;
import java.util.Set;
import java.util.TreeSet;

/**
 * What must be true when all is quiet: everything was reported, snapshots were confirmed, operators
 * have said what became of the rest.
 */
public final class PeaceCheck {
  private static final BigDecimal NOTHING = new BigDecimal("0.00000001");

  private final ModelBroker broker;
  private final StormStore store;
  private final Facts facts;
  private final Attribution attribution;
  private final Breaches breaches;

  /** Of a broker and a store. */
  public PeaceCheck(
      ModelBroker broker,
      StormStore store,
      Facts facts,
      Attribution attribution,
      Breaches breaches) {
    this.broker = broker;
    this.store = store;
    this.facts = facts;
    this.attribution = attribution;
    this.breaches = breaches;
  }

  /** Looks at all of it. */
  public void look() {
    breaches.require(
        store.ledger().intents().size() == 0,
        "in the end nothing is open and nothing is UNKNOWN",
        () -> store.ledger().intents().toString());
    broker.orders().forEach(this::figures);
    broker.closes().forEach(this::booked);
    for (Symbol symbol : Cast.SYMBOLS) {
      total(symbol);
      if (attribution.isKnown(symbol)) {
        strategies(symbol);
      }
    }
    breaches.addAll(
        CashInvariant.of(store.ledger(), store.archive().intents(), store.archive().trades()));
    cash();
  }

  private void figures(BrokerOrder order) {
    FilledSoFar booked =
        store.archive().intent(order.nonce()).map(Intent::filled).orElse(FilledSoFar.NOTHING);
    breaches.require(
        booked.equals(order.figures()),
        "in the end every fill and every fee is booked",
        () -> order.nonce() + ": " + booked + " of " + order.figures());
  }

  /** Only an exit that raced it can leave a stop with nothing to close. */
  private void booked(BrokerClose close) {
    breaches.require(
        facts.isBooked(close) || !attribution.isKnown(close.key().symbol()),
        "in the end every stop is booked",
        close::toString);
  }

  private void total(Symbol symbol) {
    Quantity sum = Quantity.ZERO;
    for (LedgerHolding held : store.ledger().book().holdings().of(symbol)) {
      sum = sum.plus(held.quantity());
    }
    requireSame(
        "in the end the ledger holds what the broker holds", symbol, sum, broker.held(symbol));
  }

  private void strategies(Symbol symbol) {
    Set<PositionKey> keys = new TreeSet<>(broker.keys());
    keys.addAll(store.ledger().book().holdings().keys());
    for (PositionKey key : keys) {
      if (key.symbol().equals(symbol)) {
        Quantity held =
            store
                .ledger()
                .book()
                .holdings()
                .get(key)
                .map(LedgerHolding::quantity)
                .orElse(Quantity.ZERO);
        requireSame("in the end every strategy holds what is its own", key, held, broker.held(key));
      }
    }
    breaches.require(
        store.ledger().book().lots().of(symbol).isEmpty(),
        "in the end no lot waits for a report",
        () -> store.ledger().book().lots().of(symbol).toString());
  }

  private void requireSame(String rule, Object what, Quantity held, long real) {
    BigDecimal difference = held.minus(Units.quantity(real)).value().abs();
    breaches.require(
        difference.compareTo(NOTHING) <= 0,
        rule,
        () -> what + ": the ledger has " + held + ", the broker " + Units.quantity(real));
  }

  /** The broker's own money against the trades, to the last digit. */
  private void cash() {
    long flow = 0;
    for (BrokerOrder order : broker.orders()) {
      boolean isStrategys = !order.key().holder().isNobody();
      flow += isStrategys ? flow(order.side(), order.notional(), order.fees()) : 0;
    }
    for (BrokerClose close : broker.closes()) {
      flow += facts.isBooked(close) ? flow(close.side(), close.notional(), close.fees()) : 0;
    }
    Money earned = Money.ZERO;
    for (LedgerTrade trade : store.archive().trades()) {
      earned = trade.key().holder().isNobody() ? earned : earned.plus(trade.realizedPnl());
    }
    Money cash = Units.money(flow).plus(store.ledger().assigned());
    Money expected = earned.minus(paid());
    breaches.require(
        cash.equals(expected),
        "the broker's cash = P&L of trades - what is still held, to the last digit",
        () -> cash + " instead of " + expected);
  }

  private Money paid() {
    Money sum = Money.ZERO;
    for (LedgerHolding held : store.ledger().book().holdings().all()) {
      sum = held.key().holder().isNobody() ? sum : sum.plus(paid(held));
    }
    for (var lot : store.ledger().book().lots().all()) {
      sum = sum.plus(paid(lot.content()));
    }
    return sum;
  }

  private static Money paid(LedgerHolding held) {
    return (held.sign() > 0 ? held.cost() : held.cost().negated()).plus(held.fees());
  }

  private static long flow(OrderSide side, long notional, long fees) {
    return -side.sign() * notional - fees;
  }
}
