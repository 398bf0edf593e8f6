package dev.maestro.embedded.storm.check;

import dev.maestro.embedded.storm.broker.BrokerClose;
import dev.maestro.embedded.storm.broker.BrokerOrder;
import dev.maestro.embedded.storm.broker.ModelBroker;
import dev.maestro.embedded.storm.store.CommitWatch;
import dev.maestro.embedded.storm.store.Ran;
import dev.maestro.embedded.storm.store.StormStore;
import dev.maestro.embedded.storm.world.Units;
import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.command.Archive;
import dev.maestro.engine.capital.command.CommandCode;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.capital.intent.Intent;
import dev.maestro.engine.name.Symbol;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What has happened at the broker and is not booked yet. */
public final class Facts implements CommitWatch {
  private final ModelBroker broker;
  private final StormStore store;
  private final Set<String> booked = new HashSet<>();

  /** Of a broker and the store that is told of it. */
  public Facts(ModelBroker broker, StormStore store) {
    this.broker = broker;
    this.store = store;
  }

  @Override
  public void committed(Ran ran, Archive archive, long switchesBefore) {
    if (ran.command() instanceof LedgerCommand.Close close
        && ran.outcome().code() == CommandCode.RECORDED) {
      booked.add(close.id());
    }
  }

  /** True if a stop was booked. */
  public boolean isBooked(BrokerClose close) {
    return booked.contains(close.id());
  }

  /** True if all that closed unasked in a symbol was booked. */
  public boolean areClosesBooked(Symbol symbol) {
    return broker.closes().stream()
        .allMatch(close -> isBooked(close) || !close.key().symbol().equals(symbol));
  }

  /**
   * How much of a key has gone, or may yet go, in the direction of an exit, unseen by the ledger.
   */
  long unseen(PositionKey key, OrderSide side, Intent exit) {
    long sum = 0;
    for (BrokerClose close : broker.closes()) {
      if (close.key().equals(key) && close.side() == side && !isBooked(close)) {
        sum += close.units();
      }
    }
    for (BrokerOrder order : broker.orders()) {
      boolean isOther = !order.nonce().equals(exit.nonce());
      if (isOther && order.side() == side && order.key().equals(key)) {
        sum += unseen(order);
      }
    }
    return sum;
  }

  private long unseen(BrokerOrder order) {
    Optional<Intent> intent = store.archive().intent(order.nonce());
    long booked = intent.map(known -> Units.of(known.filled().quantity().value())).orElse(0L);
    long counted =
        intent
            .filter(known -> known.isExit() && known.state().isOpen())
            .map(known -> Units.of(known.inFlight().value()))
            .orElse(0L);
    long most = Math.max(order.filled(), order.isDone() ? 0 : order.units());
    return Math.max(0, most - booked - counted);
  }
}
