package dev.maestro.engine.paper.broker;

import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.ProRata;
import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.capital.intent.FilledSoFar;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.number.Money;
import dev.maestro.engine.paper.Guard;
import dev.maestro.engine.paper.PaperBook;
import dev.maestro.engine.paper.PaperConfig;
import dev.maestro.engine.paper.PaperOrder;
import dev.maestro.engine.paper.PaperPosition;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Cash and positions while bars go over them. A fill first takes from the other side. */
final class PaperHoldings {
  private static final BigDecimal BPS = BigDecimal.valueOf(10_000);

  private final List<PaperPosition> positions;
  private final List<PaperTaken> taken = new ArrayList<>();
  private Money cash;

  PaperHoldings(PaperBook book) {
    this.positions = new ArrayList<>(book.positions());
    this.cash = book.cash();
  }

  Money cash() {
    return cash;
  }

  List<PaperPosition> all() {
    return positions;
  }

  List<PaperTaken> taken() {
    return taken;
  }

  List<PaperPosition> of(Symbol symbol) {
    return positions.stream().filter(each -> each.key().symbol().equals(symbol)).toList();
  }

  /** What an order of this side could take out. */
  Quantity closable(PositionKey key, OrderSide side) {
    return closedBy(key, side).stream()
        .map(PaperPosition::quantity)
        .reduce(Quantity.ZERO, Quantity::plus);
  }

  /** Takes the fill of an order from the other side, oldest first; what is left of it opens. */
  void book(PaperOrder order, FilledSoFar figures, Guard guard, Instant at) {
    pay(order.side(), figures);
    Share rest = Share.of(figures);
    for (PaperPosition position : closedBy(order.key(), order.side())) {
      Quantity quantity = rest.quantity().min(position.quantity());
      if (quantity.signum() > 0) {
        Share part = rest.part(quantity);
        take(position, part, at);
        rest = rest.without(part);
      }
    }
    if (rest.quantity().signum() > 0) {
      positions.add(
          new PaperPosition(
              order.nonce(),
              order.key(),
              order.side(),
              rest.quantity(),
              rest.notional(),
              rest.fees(),
              at,
              guard));
    }
  }

  /** Closes all of a position. */
  void close(PaperPosition position, FilledSoFar figures, Instant at) {
    pay(position.closing(), figures);
    take(position, Share.of(figures), at);
  }

  /** Lets stops follow. */
  void closeAt(Symbol symbol, BigDecimal close) {
    positions.replaceAll(
        position -> position.key().symbol().equals(symbol) ? position.after(close) : position);
  }

  /** As much as a notional pays for, cut down. */
  static Quantity bought(Money notional, BigDecimal price) {
    return new Quantity(notional.value().divide(price, Quantity.PLACES, RoundingMode.DOWN));
  }

  static Money fees(Money notional, PaperConfig config) {
    return Money.rounded(notional.value().multiply(config.feeBps()).divide(BPS));
  }

  private List<PaperPosition> closedBy(PositionKey key, OrderSide side) {
    return positions.stream()
        .filter(each -> each.key().equals(key) && each.closing() == side)
        .toList();
  }

  private void take(PaperPosition position, Share share, Instant at) {
    PaperPosition part = position.part(share.quantity());
    taken.add(new PaperTaken(part, share.notional(), share.fees(), at));
    int place = positions.indexOf(position);
    if (part.quantity().equals(position.quantity())) {
      positions.remove(place);
    } else {
      positions.set(place, position.without(part));
    }
  }

  private void pay(OrderSide side, FilledSoFar figures) {
    Money paid = side == OrderSide.BUY ? figures.notional().negated() : figures.notional();
    cash = cash.plus(paid).minus(figures.fees());
  }

  /** A part of a fill; the notional of a small one may round to 0. */
  private record Share(Quantity quantity, Money notional, Money fees) {
    static Share of(FilledSoFar figures) {
      return new Share(figures.quantity(), figures.notional(), figures.fees());
    }

    Share part(Quantity taken) {
      return new Share(
          taken, ProRata.part(notional, taken, quantity), ProRata.part(fees, taken, quantity));
    }

    Share without(Share part) {
      return new Share(
          quantity.minus(part.quantity), notional.minus(part.notional), fees.minus(part.fees));
    }
  }
}
