package dev.maestro.embedded.storm;

import dev.maestro.embedded.storm.broker.ModelBroker;
import dev.maestro.embedded.storm.check.AssignedTruth;
import dev.maestro.embedded.storm.check.Attribution;
import dev.maestro.embedded.storm.check.BuyingPowerCheck;
import dev.maestro.embedded.storm.check.CodesSeen;
import dev.maestro.embedded.storm.check.EngineInvariantsCheck;
import dev.maestro.embedded.storm.check.Facts;
import dev.maestro.embedded.storm.check.GrantCheck;
import dev.maestro.embedded.storm.check.OrderCheck;
import dev.maestro.embedded.storm.check.PeaceCheck;
import dev.maestro.embedded.storm.check.SnapshotCheck;
import dev.maestro.embedded.storm.check.ThroughZeroCheck;
import dev.maestro.embedded.storm.store.StormStore;
import dev.maestro.embedded.storm.world.Breach;
import dev.maestro.embedded.storm.world.Breaches;
import dev.maestro.embedded.storm.world.Cast;
import dev.maestro.embedded.storm.world.StormTrace;
import dev.maestro.engine.capital.command.CommandCode;
import java.util.Optional;
import java.util.Set;

/** All checks of one schedule. */
final class Inspection {
  private final Attribution attribution = new Attribution();
  private final CodesSeen seen = new CodesSeen();
  private final Breaches breaches;
  private final Facts facts;
  private final BuyingPowerCheck buyingPower;
  private final OrderCheck orders;
  private final PeaceCheck peace;

  Inspection(ModelBroker broker, StormStore store, StormTrace trace) {
    this.breaches = new Breaches(trace);
    this.facts = new Facts(broker, store);
    this.buyingPower = new BuyingPowerCheck(broker, store, attribution, breaches);
    this.orders = new OrderCheck(broker, store, breaches);
    this.peace = new PeaceCheck(broker, store, facts, attribution, breaches);
    ThroughZeroCheck throughZero =
        new ThroughZeroCheck(broker, store, facts, attribution, breaches);
    broker.watchedBy(buyingPower);
    broker.watchedBy(orders);
    broker.watchedBy(throughZero);
    store.watchedBy(seen);
    store.watchedBy(new EngineInvariantsCheck(breaches));
    store.watchedBy(new GrantCheck(store, breaches));
    store.watchedBy(facts);
    store.watchedBy(buyingPower);
    store.watchedBy(throughZero);
    store.watchedBy(new AssignedTruth(broker, facts, attribution));
    store.watchedBy(new SnapshotCheck(broker, attribution, breaches));
  }

  /** After every step. */
  void look() {
    buyingPower.look();
    orders.look();
  }

  /** When all is quiet. */
  void lookAtPeace() {
    look();
    peace.look();
  }

  Set<CommandCode> codes() {
    return seen.codes();
  }

  Facts facts() {
    return facts;
  }

  Optional<Breach> breach() {
    return breaches.first();
  }

  int knownSymbols() {
    return (int) Cast.SYMBOLS.stream().filter(attribution::isKnown).count();
  }
}
