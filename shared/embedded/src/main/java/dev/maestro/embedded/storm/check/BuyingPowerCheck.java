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
import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.command.Archive;
import dev.maestro.engine.capital.command.CommandCode;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.capital.intent.Intent;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/**
 * No dollar is committed twice: what all granted entries may still fill, overfill tolerance
 * included, fits the broker's real buying power. What no gate can know may eat it: fees, fills
 * beyond the tolerance or after the end, exits that raced a stop, losses of liquidations, orders in
 * a symbol of which nobody knows any more whose is what.
 */
public final class BuyingPowerCheck implements BrokerWatch, CommitWatch {
  private final ModelBroker broker;
  private final StormStore store;
  private final Attribution attribution;
  private final Breaches breaches;
  private final Map<Nonce, Long> granted = new HashMap<>();
  private long eaten;

  /** Of a broker, by what a store has granted. */
  public BuyingPowerCheck(
      ModelBroker broker, StormStore store, Attribution attribution, Breaches breaches) {
    this.attribution = attribution;
    this.broker = broker;
    this.store = store;
    this.breaches = breaches;
  }

  @Override
  public void committed(Ran ran, Archive archive, long switchesBefore) {
    if (ran.command() instanceof LedgerCommand.Claim claim
        && ran.outcome().code() == CommandCode.GRANTED) {
      ran.outcome()
          .ledger()
          .intents()
          .get(claim.intent())
          .filter(Intent::isEntry)
          .ifPresent(
              entry ->
                  granted.put(entry.nonce(), most(Units.of(entry.order().notional().value()))));
    }
  }

  @Override
  public void arrived(BrokerOrder order, boolean isKnown) {}

  @Override
  public void filled(
      BrokerOrder order, long before, long units, long notional, long fees, boolean isAfterEnd) {
    eaten += Math.max(0, fees);
    boolean crosses = !order.isEntry() && units > Math.max(0, -before * order.side().sign());
    if (isAfterEnd || crosses || isMistaken(order)) {
      eaten += notional;
    } else if (order.isEntry()) {
      eaten += Math.min(notional, Math.max(0, order.notional() - most(order.limit())));
    }
  }

  /** The ledger takes it for an exit: it nets what is not the strategy's. */
  private boolean isMistaken(BrokerOrder order) {
    int held = store.ledger().book().holdings().sign(order.key());
    return !attribution.isKnown(order.key().symbol()) && held == -order.side().sign();
  }

  @Override
  public void closed(BrokerClose close, long lost) {
    eaten += lost + Math.max(0, close.fees());
  }

  @Override
  public void charged(BrokerOrder order, long difference) {
    eaten += Math.max(0, difference);
  }

  /** Looks, after a step. */
  public void look() {
    long committed = committed();
    long left = broker.buyingPower() - committed + eaten;
    breaches.require(
        left >= 0,
        "what is granted fits the real buying power",
        () ->
            "buying power "
                + Units.money(broker.buyingPower())
                + ", granted and not filled "
                + Units.money(committed)
                + ", fees and the like "
                + Units.money(eaten));
  }

  private long committed() {
    long sum = 0;
    Iterator<Map.Entry<Nonce, Long>> entries = granted.entrySet().iterator();
    while (entries.hasNext()) {
      Map.Entry<Nonce, Long> entry = entries.next();
      Optional<BrokerOrder> order = broker.order(entry.getKey());
      if (order.isPresent()) {
        sum += order.get().isDone() ? 0 : Math.max(0, entry.getValue() - order.get().notional());
        if (order.get().isDone()) {
          entries.remove();
        }
      } else if (isOpen(entry.getKey())) {
        sum += entry.getValue();
      }
    }
    return sum;
  }

  private boolean isOpen(Nonce nonce) {
    return store.archive().intent(nonce).filter(intent -> intent.state().isOpen()).isPresent();
  }

  private static long most(long notional) {
    return notional * 102 / 100;
  }
}
