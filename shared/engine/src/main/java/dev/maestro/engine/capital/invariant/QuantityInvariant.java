package dev.maestro.engine.capital.invariant;

import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.capital.book.LedgerHolding;
import dev.maestro.engine.capital.book.Lot;
import dev.maestro.engine.capital.command.Archive;
import dev.maestro.engine.capital.command.CommandCode;
import dev.maestro.engine.capital.command.IntentChange;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.capital.command.Outcome;
import dev.maestro.engine.capital.intent.FilledSoFar;
import dev.maestro.engine.capital.intent.Intent;
import dev.maestro.engine.capital.ledger.Ledger;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a strategy holds, its lots included, changes by what its orders fill and its stops close, by
 * assignments and by splits; a snapshot only moves it between holding and lot. Nobody's holding is
 * whatever snapshots say.
 */
final class QuantityInvariant {
  private QuantityInvariant() {}

  static void check(
      Ledger before, Archive archive, LedgerCommand command, Outcome outcome, Findings findings) {
    if (command instanceof LedgerCommand.Split) {
      return;
    }
    SortedMap<PositionKey, Quantity> expected = totals(before);
    for (IntentChange change : outcome.effects().intents()) {
      Intent after = change.intent();
      FilledSoFar known =
          before
              .intents()
              .get(after.nonce())
              .or(() -> archive.intent(after.nonce()))
              .map(Intent::filled)
              .orElse(FilledSoFar.NOTHING);
      Quantity growth = after.filled().quantity().minus(known.quantity());
      expected.merge(after.key(), growth.times(after.side().sign()), Quantity::plus);
    }
    if (command instanceof LedgerCommand.Close close && outcome.code() == CommandCode.RECORDED) {
      Quantity closed = close.figures().orElseThrow().quantity();
      expected.merge(close.key(), closed.times(close.side().sign()), Quantity::plus);
    }
    if (command instanceof LedgerCommand.Assign assign && outcome.code() == CommandCode.ACCEPTED) {
      Quantity given = new Quantity(assign.quantity()).times(totalSign(outcome, assign.key()));
      expected.merge(assign.key(), given, Quantity::plus);
    }
    compare(expected, totals(outcome.ledger()), findings);
  }

  private static int totalSign(Outcome outcome, PositionKey key) {
    return outcome.ledger().book().holdings().sign(key);
  }

  private static SortedMap<PositionKey, Quantity> totals(Ledger ledger) {
    SortedMap<PositionKey, Quantity> totals = new TreeMap<>();
    for (LedgerHolding holding : ledger.book().holdings().all()) {
      totals.merge(holding.key(), holding.quantity(), Quantity::plus);
    }
    for (Lot lot : ledger.book().lots().all()) {
      totals.merge(lot.key(), lot.quantity(), Quantity::plus);
    }
    return totals;
  }

  private static void compare(
      SortedMap<PositionKey, Quantity> expected,
      SortedMap<PositionKey, Quantity> actual,
      Findings findings) {
    SortedMap<PositionKey, Quantity> all = new TreeMap<>(expected);
    all.putAll(actual);
    for (PositionKey key : all.keySet()) {
      if (!key.holder().isNobody()) {
        findings.requireEqual(
            expected.getOrDefault(key, Quantity.ZERO),
            actual.getOrDefault(key, Quantity.ZERO),
            "quantity of " + key + " = entries - exits - closes");
      }
    }
  }
}
