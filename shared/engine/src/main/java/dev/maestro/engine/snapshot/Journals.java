package dev.maestro.engine.snapshot;

import dev.maestro.engine.journal.WindowTrade;
import dev.maestro.engine.journal.slice.JournalSlice;
import dev.maestro.engine.journal.slice.ReadSlicePort;
import dev.maestro.engine.journal.slice.StoredTrade;
import dev.maestro.engine.meta.health.ClosedTrade;
import dev.maestro.engine.name.TenantId;
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

  /** A user's journal, or why the store refuses to give it. */
  private record Read(Uid uid, Optional<JournalSlice> slice, String error) {}

  /**
   * Reads the whole journal of each user, some at a time: rows and rolling documents are summed
   * anew from it.
   */
  static Journals read(ReadSlicePort journals, TenantDay day) {
    SortedMap<Uid, JournalSlice> slices = new TreeMap<>();
    SortedMap<Uid, String> errors = new TreeMap<>();
    for (Read read : SideBySide.ask(day.users(), uid -> read(journals, uid, day))) {
      read.slice()
          .ifPresentOrElse(
              slice -> slices.put(read.uid(), slice), () -> errors.put(read.uid(), read.error()));
    }
    return new Journals(slices, errors);
  }

  private static Read read(ReadSlicePort journals, Uid uid, TenantDay day) {
    try {
      JournalSlice all = journals.all(uid, day.now());
      TenantId tenant = day.tenant().id();
      return new Read(
          uid,
          Optional.of(day.strangers().contains(uid) ? all.naming(tenant) : all.of(tenant)),
          "");
    } catch (RefusedByStoreException refused) {
      return new Read(
          uid,
          Optional.empty(),
          "the journal of " + uid + " cannot be read: " + refused.getMessage());
    }
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
