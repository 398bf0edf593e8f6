package dev.maestro.engine.twin.order;

import dev.maestro.engine.capital.Holder;
import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.capital.intent.PlannedPrice;
import dev.maestro.engine.capital.sizing.CapitalRoom;
import dev.maestro.engine.capital.sizing.EntrySizing;
import dev.maestro.engine.capital.sizing.SizedEntry;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.number.Money;
import dev.maestro.engine.paper.PaperBook;
import dev.maestro.engine.paper.PaperOrder;
import dev.maestro.engine.paper.PaperPosition;
import dev.maestro.engine.policy.ExitMode;
import dev.maestro.engine.twin.TwinState;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** One book of a twin while a cycle gives it orders. */
final class TwinLane {
  private final Instant now;
  private PaperBook book;

  TwinLane(PaperBook book, Instant now) {
    this.book = book;
    this.now = now;
  }

  PaperBook book() {
    return book;
  }

  /**
   * Cancels the entries that it is about, and closes what is held, oldest first.
   *
   * @return false if there was nothing of it
   */
  boolean exit(TwinExit exit) {
    boolean isAnything = false;
    for (PaperOrder order : book.orders()) {
      if (order.isEntry() && exit.closes(order.key(), order.side())) {
        book = book.without(order.nonce());
        isAnything = true;
      }
    }
    Optional<Quantity> left = exit.quantity();
    for (PaperPosition position : book.positions()) {
      if (exit.closes(position.key(), position.opened())) {
        Quantity part = left.map(position.quantity()::min).orElse(position.quantity());
        left = left.map(rest -> rest.minus(part));
        isAnything = true;
        close(position, part);
      }
    }
    return isAnything;
  }

  /** An order that closes as much already stands. */
  private void close(PaperPosition position, Quantity part) {
    Quantity ordered =
        book.order(position.opener()).map(PaperOrder::quantity).orElse(Quantity.ZERO);
    if (part.isAbove(ordered)) {
      book = book.without(position.opener()).with(closing(position, part));
    }
  }

  /** True if it has as many positions and entries as it may. */
  boolean isFull() {
    return book.positions().size() + entries() >= TwinState.MOST;
  }

  /** True if what the strategy has there forbids it, as the ledger would. */
  boolean isHeld(TwinEntry entry, OrderSide side) {
    Predicate<OrderSide> forbids = opened -> !entry.scaleIn() || opened != side;
    return book.held(entry.key()).stream().map(PaperPosition::opened).anyMatch(forbids)
        || book.orders().stream()
            .filter(order -> order.key().equals(entry.key()))
            .anyMatch(order -> !order.isEntry() || forbids.test(order.side()));
  }

  /** The order that this book makes of it; empty if it is worth none. */
  Optional<PaperOrder> order(TwinEntry entry, TwinAsk ask, Money equity) {
    Set<PositionKey> held = new HashSet<>();
    book.positions().forEach(position -> held.add(position.key()));
    book.orders().forEach(order -> held.add(order.key()));
    if (!held.contains(entry.key()) && held.size() >= ask.maxPositions()) {
      return Optional.empty();
    }
    SizedEntry size = EntrySizing.size(ask.terms(), room(entry, equity), ask.limits());
    return size.isReserved() ? Optional.of(opening(entry, ask, size.notional())) : Optional.empty();
  }

  void take(PaperOrder order) {
    book = book.with(order);
  }

  private CapitalRoom room(TwinEntry entry, Money equity) {
    Money all = used(key -> true);
    Symbol symbol = entry.key().symbol();
    return new CapitalRoom(
        equity,
        used(key -> isSharing(entry, key.holder())),
        equity.minus(all).value(),
        all,
        used(key -> key.symbol().equals(symbol)));
  }

  private static boolean isSharing(TwinEntry entry, Holder holder) {
    return entry.sharing().contains(holder);
  }

  /** What it cost, and what is ordered. */
  private Money used(Predicate<PositionKey> of) {
    Money sum = Money.ZERO;
    for (PaperPosition position : book.positions()) {
      sum = of.test(position.key()) ? sum.plus(position.cost()) : sum;
    }
    for (PaperOrder order : book.orders()) {
      sum = of.test(order.key()) ? sum.plus(order.notional()) : sum;
    }
    return sum;
  }

  private long entries() {
    return book.orders().stream().filter(PaperOrder::isEntry).count();
  }

  private PaperOrder opening(TwinEntry entry, TwinAsk ask, Money notional) {
    return new PaperOrder(
        entry.nonce(),
        entry.key(),
        ask.terms().side(),
        notional,
        Quantity.ZERO,
        entry.limit(),
        entry.exitMode(),
        new PlannedPrice(ask.terms().entryPrice(), ask.terms().stopPrice()),
        now);
  }

  /** Its nonce is that of what it closes: it is reported to nobody. */
  private PaperOrder closing(PaperPosition position, Quantity quantity) {
    return new PaperOrder(
        position.opener(),
        position.key(),
        position.closing(),
        Money.ZERO,
        quantity,
        Optional.empty(),
        ExitMode.TREND_FOLLOW,
        PlannedPrice.NONE,
        now);
  }
}
