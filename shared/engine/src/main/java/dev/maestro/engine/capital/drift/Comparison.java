package dev.maestro.engine.capital.drift;

import dev.maestro.engine.capital.book.LedgerHolding;
import dev.maestro.engine.capital.command.LedgerCommand.ShownPosition;
import dev.maestro.engine.capital.command.Work;
import dev.maestro.engine.capital.intent.Intent;
import dev.maestro.engine.capital.ledger.Bookings;
import dev.maestro.engine.name.Symbol;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Goes through all symbols that are shown, held or in doubt. One in which an order may be working,
 * or whose newest booking the snapshot may not contain, is left as it is and asked next time.
 */
final class Comparison {
  private Comparison() {}

  /** The symbols that differ, sorted. */
  static List<Symbol> run(Work work, List<ShownPosition> positions, Instant asOf) {
    Set<Symbol> busy = busy(work);
    List<Symbol> drift = new ArrayList<>();
    for (Map.Entry<Symbol, ShownTotal> symbol : totals(work, positions).entrySet()) {
      if (!busy.contains(symbol.getKey())
          && SymbolDrift.compare(work, symbol.getKey(), symbol.getValue(), asOf)) {
        drift.add(symbol.getKey());
      }
    }
    return List.copyOf(drift);
  }

  private static Set<Symbol> busy(Work work) {
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

  private static SortedMap<Symbol, ShownTotal> totals(Work work, List<ShownPosition> positions) {
    SortedMap<Symbol, ShownTotal> totals = new TreeMap<>();
    for (LedgerHolding holding : work.ledger().book().holdings().all()) {
      totals.put(holding.key().symbol(), ShownTotal.NOTHING);
    }
    for (Symbol doubted : work.ledger().restrictions().doubts().keySet()) {
      totals.put(doubted, ShownTotal.NOTHING);
    }
    for (ShownPosition position : positions) {
      Optional<Symbol> symbol = position.symbol();
      symbol.ifPresent(
          name ->
              totals.merge(name, ShownTotal.of(position), ShownTotal::plus));
    }
    return totals;
  }
}
