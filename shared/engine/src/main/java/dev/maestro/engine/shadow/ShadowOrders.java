package dev.maestro.engine.shadow;

import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.intent.PlannedPrice;
import dev.maestro.engine.number.Money;
import dev.maestro.engine.paper.PaperBook;
import dev.maestro.engine.paper.PaperOrder;
import dev.maestro.engine.paper.PaperPosition;
import dev.maestro.engine.policy.ExitMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** A shadow book while a cycle gives it orders. */
final class ShadowOrders {
  private final SortedMap<Nonce, Instant> taken;
  private final Instant now;
  private final List<ShadowRefusal> refused = new ArrayList<>();
  private PaperBook book;

  ShadowOrders(PaperBook book, SortedMap<Nonce, Instant> taken, Instant now) {
    this.book = book;
    this.taken = taken;
    this.now = now;
  }

  ShadowBook book() {
    return new ShadowBook(book, taken, List.of());
  }

  List<ShadowRefusal> refused() {
    return refused;
  }

  /** Cancels the strategy's entries in what it leaves, and closes what it holds of it. */
  void exit(ShadowExit exit) {
    for (PaperOrder order : book.orders()) {
      if (order.isEntry() && exit.isAbout(order.key()) && exit.closes(order.side())) {
        book = book.without(order.nonce());
      }
    }
    for (PaperPosition position : book.positions()) {
      if (exit.isAbout(position.key()) && exit.closes(position.opened())) {
        book = book.with(closing(position));
      }
    }
  }

  void enter(PaperOrder entry) {
    Optional<ShadowRefusal.Why> why = obstacle(entry);
    if (why.isPresent()) {
      refused.add(new ShadowRefusal(entry.nonce(), why.get()));
    } else {
      book = book.with(entry);
      taken.put(entry.nonce(), now);
    }
  }

  private Optional<ShadowRefusal.Why> obstacle(PaperOrder entry) {
    if (taken.containsKey(entry.nonce())) {
      return Optional.of(ShadowRefusal.Why.REPEATED);
    }
    if (isIn(entry.key())) {
      return Optional.of(ShadowRefusal.Why.ALREADY_HELD);
    }
    boolean isFull =
        book.orders().size() >= ShadowBook.MOST
            || book.positions().size() + entries() >= ShadowBook.MOST
            || taken.size() >= ShadowBook.MOST_TAKEN;
    return isFull ? Optional.of(ShadowRefusal.Why.FULL) : Optional.empty();
  }

  private boolean isIn(PositionKey key) {
    return !book.held(key).isEmpty()
        || book.orders().stream().anyMatch(order -> order.key().equals(key));
  }

  private long entries() {
    return book.orders().stream().filter(PaperOrder::isEntry).count();
  }

  /** Its nonce is that of what it closes: it is reported to nobody. */
  private PaperOrder closing(PaperPosition position) {
    return new PaperOrder(
        position.opener(),
        position.key(),
        position.closing(),
        Money.ZERO,
        position.quantity(),
        Optional.empty(),
        ExitMode.TREND_FOLLOW,
        PlannedPrice.NONE,
        now);
  }
}
