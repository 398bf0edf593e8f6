package dev.maestro.engine.snapshot;

import dev.maestro.engine.journal.WindowTrade;
import dev.maestro.engine.journal.slice.JournalSlice;
import dev.maestro.engine.journal.slice.ReadSlicePort;
import dev.maestro.engine.journal.slice.StoredTrade;
import dev.maestro.engine.meta.health.ClosedTrade;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.port.RefusedByStoreException;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.snapshot.day.TenantDay;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The tenant's trades in the journals of its users.
 *
 * @param slices by user
 * @param errors of the users whose journal the store refuses to give
 */
record Journals(SortedMap<Uid, JournalSlice> slices, SortedMap<Uid, String> errors) {

  /** Reads the whole journal of each user: rows and rolling documents are summed anew from it. */
  static Journals read(ReadSlicePort journals, TenantDay day) {
    SortedMap<Uid, JournalSlice> slices = new TreeMap<>();
    SortedMap<Uid, String> errors = new TreeMap<>();
    for (Uid uid : day.users()) {
      try {
        slices.put(uid, journals.all(uid, day.now()).of(day.tenant().id()));
      } catch (RefusedByStoreException refused) {
        errors.put(uid, "the journal of " + uid + " cannot be read: " + refused.getMessage());
      }
    }
    return new Journals(slices, errors);
  }

  /** Why the trades of a strategy are not known. */
  Optional<String> error(RegisteredStrategy strategy) {
    return Optional.ofNullable(errors.get(strategy.uid()));
  }

  /** The trades of a strategy, in its user's journal. */
  List<WindowTrade> of(RegisteredStrategy strategy) {
    return Optional.ofNullable(slices.get(strategy.uid())).stream()
        .flatMap(slice -> slice.trades().stream())
        .filter(trade -> trade.strategyId().equals(strategy.id().value()))
        .map(StoredTrade::windowTrade)
        .toList();
  }

  /** All trades of all users, as health and scores need them. */
  List<ClosedTrade> all() {
    return slices.values().stream().flatMap(slice -> slice.closedTrades().stream()).toList();
  }
}
