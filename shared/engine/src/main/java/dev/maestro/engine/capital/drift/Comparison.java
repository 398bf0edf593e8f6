package dev.maestro.engine.capital.drift;

import dev.maestro.engine.capital.book.LedgerHolding;
import dev.maestro.engine.capital.command.LedgerCommand.ShownPosition;
import dev.maestro.engine.capital.command.Work;
import dev.maestro.engine.capital.intent.Intent;
import dev.maestro.engine.capital.ledger.Bookings;
import dev.maestro.engine.name.Symbol;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Goes through all symbols that are shown, held or in doubt. One in which an order may be working,
 * or whose newest booking the snapshot may not contain, is left as it is and asked next time.
 */
final class Comparison {
  private final Work work;
  private final Map<Symbol, ShownTotal> shown = new HashMap<>();
  private final Map<Symbol, BigDecimal> held = new HashMap<>();

  private Comparison(Work work, List<ShownPosition> positions) {
    this.work = work;
    for (ShownPosition row : positions) {
      shown.merge(row.symbol().orElseThrow(), ShownTotal.of(row), ShownTotal::plus);
    }
    for (LedgerHolding holding : work.ledger().book().holdings().all()) {
      held.merge(holding.key().symbol(), holding.quantity().value(), BigDecimal::add);
    }
  }

  /** The symbols that differ, sorted. */
  static List<Symbol> run(Work work, List<ShownPosition> positions, Instant asOf) {
    return new Comparison(work, positions).run(asOf);
  }

  private List<Symbol> run(Instant asOf) {
    Set<Symbol> busy = busy();
    List<Symbol> drift = new ArrayList<>();
    for (Symbol symbol : suspects()) {
      ShownTotal total = shown.getOrDefault(symbol, ShownTotal.NOTHING);
      if (!busy.contains(symbol) && SymbolDrift.compare(work, symbol, total, asOf)) {
        drift.add(symbol);
      }
    }
    return List.copyOf(drift);
  }

  /** All in doubt, and all that are not to the last digit the same. */
  private SortedSet<Symbol> suspects() {
    SortedSet<Symbol> suspects = new TreeSet<>(work.ledger().restrictions().doubts().keySet());
    shown.forEach(
        (symbol, total) -> {
          BigDecimal ours = held.getOrDefault(symbol, BigDecimal.ZERO);
          if (ours.compareTo(total.quantity()) != 0) {
            suspects.add(symbol);
          }
        });
    for (Symbol symbol : held.keySet()) {
      if (!shown.containsKey(symbol)) {
        suspects.add(symbol);
      }
    }
    return suspects;
  }

  private Set<Symbol> busy() {
    Set<Symbol> busy = new HashSet<>();
    for (Intent intent : work.ledger().intents().all()) {
      if (intent.state().isWorking()) {
        busy.add(intent.key().symbol());
      }
    }
    for (Bookings.Booking booking : work.ledger().bookings().sinceSnapshot()) {
      busy.add(booking.symbol());
    }
    return busy;
  }
}
