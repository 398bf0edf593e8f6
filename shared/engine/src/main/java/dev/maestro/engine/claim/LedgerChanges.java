package dev.maestro.engine.claim;

import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.book.LedgerTrade;
import dev.maestro.engine.capital.command.CapitalAlert;
import dev.maestro.engine.capital.command.IntentChange;
import dev.maestro.engine.capital.intent.Intent;
import dev.maestro.engine.capital.intent.OrderInstructions;
import dev.maestro.engine.name.AccountId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
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

  /**
   * An intent that was reserved.
   *
   * @param history what became of it since, oldest first
   */
  public record Reserved(KeptIntent intent, List<HistoryLine> history) {
    /** Keeps its own list. */
    public Reserved {
      history = List.copyOf(history);
    }
  }

  /** The intents that were reserved, as they are now. */
  public List<Reserved> reserved(AccountId account) {
    List<Reserved> all = new ArrayList<>();
    instructions.forEach(
        (nonce, order) -> {
          List<IntentChange> own = of(nonce);
          Intent newest = own.get(own.size() - 1).intent();
          all.add(
              new Reserved(
                  new KeptIntent(account, newest, order, Optional.empty()),
                  own.stream().map(HistoryLine::of).toList()));
        });
    return all;
  }

  /** What changed of intents that were there before. */
  public List<IntentUpdate> updates() {
    SortedMap<Nonce, IntentUpdate> all = new TreeMap<>();
    for (IntentChange change : intents) {
      Nonce nonce = change.intent().nonce();
      if (!instructions.containsKey(nonce)) {
        all.put(
            nonce,
            new IntentUpdate(
                nonce,
                Optional.of(change.intent()),
                Optional.empty(),
                of(nonce).stream().map(HistoryLine::of).toList()));
      }
    }
    return List.copyOf(all.values());
  }

  private List<IntentChange> of(Nonce nonce) {
    return intents.stream().filter(change -> change.intent().nonce().equals(nonce)).toList();
  }

  /** A ledger on which no command was run. */
  public static LedgerChanges none(TenantLedger ledger) {
    return new LedgerChanges(ledger, List.of(), Collections.emptySortedMap(), List.of(), List.of());
  }
}
