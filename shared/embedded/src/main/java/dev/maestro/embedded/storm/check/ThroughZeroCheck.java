package dev.maestro.embedded.storm.check;

import dev.maestro.embedded.storm.broker.BrokerClose;
import dev.maestro.embedded.storm.broker.BrokerOrder;
import dev.maestro.embedded.storm.broker.BrokerWatch;
import dev.maestro.embedded.storm.broker.ModelBroker;
import dev.maestro.embedded.storm.store.CommitWatch;
import dev.maestro.embedded.storm.store.Ran;
import dev.maestro.embedded.storm.store.StormStore;
import dev.maestro.embedded.storm.world.Breaches;
import dev.maestro.embedded.storm.world.Units;
import dev.maestro.engine.capital.Holder;
import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.command.Archive;
import dev.maestro.engine.capital.command.CommandCode;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.capital.intent.Intent;
import java.util.HashMap;
import java.util.Map;

/**
 * No exit takes a strategy through zero by more than what happened behind the ledger's back: stops
 * that it was not told of when the exit was granted, or that came later, and fills beyond what was
 * asked for.
 */
public final class ThroughZeroCheck implements BrokerWatch, CommitWatch {
  private final ModelBroker broker;
  private final StormStore store;
  private final Facts facts;
  private final Attribution attribution;
  private final Breaches breaches;
  private final Map<Nonce, Allowance> allowed = new HashMap<>();

  /** Of a broker, by what a store has granted. */
  public ThroughZeroCheck(
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

  @Override
  public void committed(Ran ran, Archive archive, long switchesBefore) {
    CommandCode code = ran.outcome().code();
    if (ran.command() instanceof LedgerCommand.Claim claim && code == CommandCode.GRANTED) {
      ran.outcome()
          .ledger()
          .intents()
          .get(claim.intent())
          .filter(intent -> intent.isExit() && broker.order(intent.nonce()).isEmpty())
          .ifPresent(exit -> granted(exit, ran.isWriting()));
    }
    if (ran.command() instanceof LedgerCommand.Assign assign && code == CommandCode.ACCEPTED) {
      assigned(assign);
    }
  }

  /** What was granted again without a write may have been read before the newest facts. */
  private void granted(Intent exit, boolean isFresh) {
    long unseen = facts.unseen(exit.key(), exit.side(), exit);
    Allowance before = allowed.get(exit.nonce());
    long known = before == null || isFresh ? 0 : before.units;
    Allowance allowance = new Allowance(exit.key(), exit.side(), Math.max(known, unseen));
    allowed.put(exit.nonce(), allowance);
  }

  /** What an operator gives away while an exit of it works is a fact, too. */
  private void assigned(LedgerCommand.Assign assign) {
    PositionKey from = new PositionKey(assign.key().symbol(), Holder.NOBODY);
    for (OrderSide side : OrderSide.values()) {
      allow(from, side, Units.of(assign.quantity()));
    }
  }

  @Override
  public void arrived(BrokerOrder order, boolean isKnown) {}

  @Override
  public void filled(
      BrokerOrder order, long before, long units, long notional, long fees, boolean isAfterEnd) {
    if (isAfterEnd) {
      attribution.lose(order.key().symbol());
    }
    long excess = order.isEntry() ? units : Math.min(units, order.filled() - order.units());
    boolean isOver =
        store.archive().intent(order.nonce()).filter(known -> known.state().isOpen()).isEmpty();
    if (isOver || excess > 0) {
      allow(order.key(), order.side(), isOver ? units : excess);
    }
    long crossing = units - Math.max(0, -before * order.side().sign());
    if (!order.isEntry() && crossing > 0) {
      crossed(order, crossing, isOver);
    }
  }

  private void crossed(BrokerOrder order, long crossing, boolean isOver) {
    long most = allowed.containsKey(order.nonce()) ? allowed.get(order.nonce()).units : 0;
    breaches.require(
        isOver || crossing <= most || !attribution.isKnown(order.key().symbol()),
        "no exit goes through zero by more than a fact allows",
        () ->
            order.nonce()
                + " went "
                + Units.quantity(crossing)
                + " through zero, facts allow "
                + Units.quantity(most));
    attribution.lose(order.key().symbol());
  }

  @Override
  public void closed(BrokerClose close, long lost) {
    allow(close.key(), close.side(), close.units());
  }

  @Override
  public void charged(BrokerOrder order, long difference) {}

  private void allow(PositionKey key, OrderSide side, long units) {
    for (Allowance allowance : allowed.values()) {
      if (allowance.side == side && allowance.key.equals(key)) {
        allowance.units += units;
      }
    }
  }

  /** How far one exit may go through zero. */
  private static final class Allowance {
    private final PositionKey key;
    private final OrderSide side;
    private long units;

    Allowance(PositionKey key, OrderSide side, long units) {
      this.key = key;
      this.side = side;
      this.units = units;
    }
  }
}
