package dev.maestro.engine.paper;

import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.number.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The account of the broker on paper. Not the ledger: what was promised is not in it.
 *
 * @param cash of either sign; what shorts brought in is in it
 * @param positions in the order in which they were opened
 * @param orders that work, in the order in which they were taken
 * @param lastBars of the symbols that are held or ordered
 */
public record PaperBook(
    Money cash,
    List<PaperPosition> positions,
    List<PaperOrder> orders,
    SortedMap<Symbol, LastBar> lastBars) {
  /** Keeps its own lists. */
  public PaperBook {
    positions = List.copyOf(positions);
    orders = List.copyOf(orders);
    lastBars = Collections.unmodifiableSortedMap(new TreeMap<>(lastBars));
  }

  /** With cash and nothing else. */
  public static PaperBook of(Money cash) {
    return new PaperBook(cash, List.of(), List.of(), new TreeMap<>());
  }

  /** With one more order; the same if it has it. */
  public PaperBook with(PaperOrder order) {
    if (order(order.nonce()).isPresent()) {
      return this;
    }
    List<PaperOrder> more = new ArrayList<>(orders);
    more.add(order);
    return new PaperBook(cash, positions, more, lastBars);
  }

  /** Without an order. */
  public PaperBook without(Nonce nonce) {
    return new PaperBook(
        cash,
        positions,
        orders.stream().filter(order -> !order.nonce().equals(nonce)).toList(),
        lastBars);
  }

  /** An order that works. */
  public Optional<PaperOrder> order(Nonce nonce) {
    return orders.stream().filter(order -> order.nonce().equals(nonce)).findFirst();
  }

  /** What is held under a key. */
  public List<PaperPosition> held(PositionKey key) {
    return positions.stream().filter(position -> position.key().equals(key)).toList();
  }

  /** The symbols of which bars are needed. */
  public SortedSet<Symbol> symbols() {
    SortedSet<Symbol> symbols = new TreeSet<>();
    positions.forEach(position -> symbols.add(position.key().symbol()));
    orders.forEach(order -> symbols.add(order.key().symbol()));
    return symbols;
  }

  /** Bars of the symbol that start later are new; without a last bar, since the first order. */
  public Optional<Instant> seenUntil(Symbol symbol) {
    return Optional.ofNullable(lastBars.get(symbol))
        .map(LastBar::start)
        .or(
            () ->
                orders.stream()
                    .filter(order -> order.key().symbol().equals(symbol))
                    .map(PaperOrder::takenAt)
                    .min(Instant::compareTo));
  }

  /** What a symbol is marked at; empty without a bar. */
  public Optional<BigDecimal> mark(Symbol symbol) {
    return Optional.ofNullable(lastBars.get(symbol)).map(LastBar::close);
  }
}
