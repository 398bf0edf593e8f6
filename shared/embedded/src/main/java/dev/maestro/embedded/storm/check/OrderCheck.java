package dev.maestro.embedded.storm.check;

import dev.maestro.embedded.storm.broker.BrokerClose;
import dev.maestro.embedded.storm.broker.BrokerOrder;
import dev.maestro.embedded.storm.broker.BrokerWatch;
import dev.maestro.embedded.storm.broker.ModelBroker;
import dev.maestro.embedded.storm.store.StormStore;
import dev.maestro.embedded.storm.world.Breaches;
import dev.maestro.embedded.storm.world.Units;
import dev.maestro.engine.capital.intent.Intent;
import java.util.Optional;

/** What an order at the broker and its intent owe each other. */
public final class OrderCheck implements BrokerWatch {
  private final ModelBroker broker;
  private final StormStore store;
  private final Breaches breaches;
  private long seenVersion;
  private boolean isChanged;

  /** Of a broker and a store. */
  public OrderCheck(ModelBroker broker, StormStore store, Breaches breaches) {
    this.broker = broker;
    this.store = store;
    this.breaches = breaches;
  }

  @Override
  public void arrived(BrokerOrder order, boolean isKnown) {
    isChanged = true;
    breaches.require(!isKnown, "a nonce is sent to the broker once", order.nonce()::value);
  }

  @Override
  public void filled(
      BrokerOrder order, long before, long units, long notional, long fees, boolean isAfterEnd) {}

  @Override
  public void closed(BrokerClose close, long lost) {}

  @Override
  public void charged(BrokerOrder order, long difference) {}

  /** Looks, after a step. */
  public void look() {
    if (store.ledger().version() == seenVersion && !isChanged) {
      return;
    }
    seenVersion = store.ledger().version();
    isChanged = false;
    for (BrokerOrder order : broker.orders()) {
      Optional<Intent> intent = store.archive().intent(order.nonce());
      breaches.require(
          order.isDone()
              || !order.isEntry()
              || intent.filter(known -> known.state().isOpen()).isPresent(),
          "an entry keeps its capital while its order works",
          () -> order.nonce() + " is " + intent.map(Intent::state));
      long booked = intent.map(known -> Units.of(known.filled().quantity().value())).orElse(0L);
      breaches.require(
          booked <= order.filled(),
          "no more is booked than the broker filled",
          () -> order.nonce() + ": " + Units.quantity(booked) + " of " + order.figures());
    }
  }
}
