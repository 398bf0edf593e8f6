package dev.maestro.embedded.storm.broker;

import dev.maestro.embedded.storm.world.Cast;
import dev.maestro.embedded.storm.world.Units;
import dev.maestro.embedded.storm.world.VirtualClock;
import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.name.Symbol;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The account as it really is. Every strategy's position takes its own cost of the buying power, as
 * where long and short are kept apart; what is shown are net quantities.
 */
public final class ModelBroker {
  private static final long START = 100_000 * Units.ONE;

  private final VirtualClock clock;
  private final List<BrokerWatch> watches = new ArrayList<>();
  private final Map<Nonce, BrokerOrder> orders = new HashMap<>();
  private final List<BrokerOrder> inOrder = new ArrayList<>();
  private final List<BrokerClose> closes = new ArrayList<>();
  private final SortedMap<PositionKey, HeldPosition> positions = new TreeMap<>();
  private long buyingPower = START;
  private int splits;

  /** An account of 100 000 with nothing in it. */
  public ModelBroker(VirtualClock clock) {
    this.clock = clock;
  }

  /** Tells one more of what happens. */
  public void watchedBy(BrokerWatch watch) {
    watches.add(watch);
  }

  /** Takes an order; a second one of the same nonce is refused. */
  public void send(BrokerOrder order) {
    boolean isKnown = orders.containsKey(order.nonce());
    watches.forEach(watch -> watch.arrived(order, isKnown));
    if (!isKnown) {
      orders.put(order.nonce(), order);
      inOrder.add(order);
    }
  }

  /** The order of a nonce, working or done. */
  public Optional<BrokerOrder> order(Nonce nonce) {
    return Optional.ofNullable(orders.get(nonce));
  }

  /** All orders that ever arrived. */
  public List<BrokerOrder> orders() {
    return Collections.unmodifiableList(inOrder);
  }

  /** Those that can still fill. */
  public List<BrokerOrder> working() {
    List<BrokerOrder> working = new ArrayList<>();
    for (BrokerOrder order : inOrder) {
      if (!order.isDone) {
        working.add(order);
      }
    }
    return working;
  }

  /** Asks to cancel; until the broker has done so the order may fill. */
  public void askCancel(Nonce nonce) {
    order(nonce).ifPresent(order -> order.isCancelAsked = true);
  }

  /** True if somebody asked to cancel it. */
  public boolean isCancelAsked(BrokerOrder order) {
    return order.isCancelAsked;
  }

  /** It can fill no more: cancelled, rejected, out of time. */
  public void end(BrokerOrder order) {
    order.isDone = true;
    order.revision++;
  }

  /**
   * Fills a part.
   *
   * @param percent of the price that it was sent at
   */
  public void fill(BrokerOrder order, long units, int percent, long fees) {
    long worth = Math.max(1, Units.worth(units, order.price() * percent / 100));
    boolean isAfterEnd = order.isDone;
    long before = held(order.key());
    buyingPower += position(order.key()).trade(units * order.side().sign(), worth) - fees;
    order.filled += units;
    order.notional += worth;
    order.fees += fees;
    order.revision++;
    order.lastFill = clock.now();
    order.isDone |= order.filled >= order.units();
    watches.forEach(watch -> watch.filled(order, before, units, worth, fees, isAfterEnd));
  }

  /** Corrects the fees of an order that has filled something. */
  public void charge(BrokerOrder order, long difference) {
    if (Math.abs(order.fees + difference) <= order.notional) {
      order.fees += difference;
      order.revision++;
      buyingPower -= difference;
      watches.forEach(watch -> watch.charged(order, difference));
    }
  }

  /** Closes, unasked, a part of what is held under a key. */
  public void close(PositionKey key, long units, long price, long fees, Instant heardAt) {
    OrderSide side = OrderSide.closing(Long.signum(held(key)));
    long worth = Math.max(1, Units.worth(units, price));
    long change = position(key).trade(units * side.sign(), worth) - fees;
    buyingPower += change;
    BrokerClose close =
        new BrokerClose(
            "stop" + closes.size(), key, side, units, worth, fees, clock.now(), heardAt);
    closes.add(close);
    watches.forEach(watch -> watch.closed(close, Math.max(0, -change)));
  }

  /** All that closed unasked. */
  public List<BrokerClose> closes() {
    return closes;
  }

  /** What was there before Maestro. */
  public void bring(Symbol symbol, long units, long price) {
    position(Cast.nobodys(symbol)).trade(units, Math.max(1, Units.worth(Math.abs(units), price)));
  }

  /** Every holding of a symbol becomes times / parts of it; what works is cancelled. */
  public void split(Symbol symbol, int times, int parts) {
    splits++;
    keysOf(symbol).forEach(key -> position(key).scale(times, parts));
    working().stream().filter(order -> order.key().symbol().equals(symbol)).forEach(this::end);
  }

  /** True if every holding of a symbol is even: it may be halved. */
  public boolean isEven(Symbol symbol) {
    return keysOf(symbol).stream().allMatch(key -> held(key) % 2 == 0);
  }

  /** How many splits there were. */
  public int splits() {
    return splits;
  }

  /** What was nobody's counts as a strategy's from now on. */
  public void assign(PositionKey to, long part) {
    position(Cast.nobodys(to.symbol())).give(part, position(to));
  }

  /** What is really held under a key, signed. */
  public long held(PositionKey key) {
    HeldPosition position = positions.get(key);
    return position == null ? 0 : position.units();
  }

  /** What is really held of a symbol, signed. */
  public long held(Symbol symbol) {
    long sum = 0;
    for (PositionKey key : keysOf(symbol)) {
      sum += held(key);
    }
    return sum;
  }

  /** What its positions cost. */
  public long cost(Symbol symbol) {
    long sum = 0;
    for (PositionKey key : keysOf(symbol)) {
      sum += position(key).cost();
    }
    return sum;
  }

  /** All keys under which something was ever held. */
  public List<PositionKey> keys() {
    return List.copyOf(positions.keySet());
  }

  /** What may be bought with. */
  public long buyingPower() {
    return buyingPower;
  }

  private List<PositionKey> keysOf(Symbol symbol) {
    List<PositionKey> keys = new ArrayList<>();
    for (PositionKey key : positions.keySet()) {
      if (key.symbol().equals(symbol)) {
        keys.add(key);
      }
    }
    return keys;
  }

  private HeldPosition position(PositionKey key) {
    return positions.computeIfAbsent(key, unused -> new HeldPosition());
  }
}
