package dev.maestro.engine.claim;

import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.book.LedgerTrade;
import dev.maestro.engine.capital.command.CapitalAlert;
import dev.maestro.engine.capital.command.IntentChange;
import dev.maestro.engine.capital.intent.OrderInstructions;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What several commands left of a ledger, to be written together.
 *
 * @param ledger as it is afterwards
 * @param intents in the order in which they changed; one may have changed more than once
 * @param instructions of those that were reserved
 * @param trades rows of the journal
 * @param alerts for people
 */
public record LedgerChanges(
    TenantLedger ledger,
    List<IntentChange> intents,
    SortedMap<Nonce, OrderInstructions> instructions,
    List<LedgerTrade> trades,
    List<CapitalAlert> alerts) {
  /** Keeps its own collections. */
  public LedgerChanges {
    intents = List.copyOf(intents);
    instructions = Collections.unmodifiableSortedMap(new TreeMap<>(instructions));
    trades = List.copyOf(trades);
    alerts = List.copyOf(alerts);
  }

  /** A ledger on which no command was run. */
  public static LedgerChanges none(TenantLedger ledger) {
    return new LedgerChanges(ledger, List.of(), Collections.emptySortedMap(), List.of(), List.of());
  }
}
