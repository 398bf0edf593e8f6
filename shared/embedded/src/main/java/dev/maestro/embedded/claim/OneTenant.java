package dev.maestro.embedded.claim;

import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.book.LedgerTrade;
import dev.maestro.engine.capital.intent.Intent;
import dev.maestro.engine.capital.ledger.EntryPolicy;
import dev.maestro.engine.claim.HistoryLine;
import dev.maestro.engine.claim.IntentUpdate;
import dev.maestro.engine.claim.KeptIntent;
import dev.maestro.engine.claim.TenantLedger;
import dev.maestro.engine.claim.TradeRow;
import dev.maestro.engine.claim.step.LedgerStep;
import dev.maestro.engine.control.TradingControl;
import dev.maestro.engine.name.AccountId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is kept of one tenant; only under the lock of its store. */
final class OneTenant {
  private final Map<AccountId, TenantLedger> ledgers = new TreeMap<>();
  private final Set<AccountId> born = new TreeSet<>();
  final SortedMap<Nonce, KeptIntent> intents = new TreeMap<>();
  final Map<Nonce, List<HistoryLine>> history = new TreeMap<>();
  Optional<TradingControl> control = Optional.empty();
  EntryPolicy policy = EntryPolicy.ALLOWS_NOTHING;
  private final Map<AccountId, SortedMap<String, LedgerTrade>> closes = new TreeMap<>();

  long highestFence() {
    return ledgers.values().stream()
        .mapToLong(kept -> kept.ledger().control().fence())
        .max()
        .orElse(0);
  }

  /** The ledger of an account; empty if there is none, lost or never born. */
  Optional<TenantLedger> ledger(AccountId account) {
    return Optional.ofNullable(ledgers.get(account));
  }

  void put(AccountId account, TenantLedger ledger) {
    ledgers.put(account, ledger);
    born.add(account);
  }

  void lose(AccountId account) {
    ledgers.remove(account);
  }

  /** True if there was one that is gone. */
  boolean hasLost(AccountId account) {
    return born.contains(account) && !ledgers.containsKey(account);
  }

  SortedMap<String, LedgerTrade> closesOf(AccountId account) {
    return closes.computeIfAbsent(account, id -> new TreeMap<>());
  }

  Optional<LedgerTrade> close(AccountId account, String id) {
    return Optional.ofNullable(closesOf(account).get(id));
  }

  /** An intent as a cycle leaves it; a line of history where its state is another. */
  void keep(KeptIntent kept, Instant now) {
    Intent intent = kept.intent();
    Optional<KeptIntent> before = Optional.ofNullable(intents.put(intent.nonce(), kept));
    if (before.filter(known -> known.intent().state() == intent.state()).isEmpty()) {
      lines(intent.nonce())
          .add(new HistoryLine(now, intent.state(), "maestro", "decided by a cycle"));
    }
  }

  void write(AccountId account, LedgerStep step) {
    step.ledger().ifPresent(ledger -> put(account, ledger));
    step.intents().forEach(this::write);
    step.closes().forEach(trade -> closesOf(account).put(trade.id(), trade));
    control = step.control().or(() -> control);
  }

  private void write(IntentUpdate update) {
    intents.computeIfPresent(update.nonce(), (nonce, kept) -> update.of(kept));
    lines(update.nonce()).addAll(update.history());
  }

  private List<HistoryLine> lines(Nonce nonce) {
    return history.computeIfAbsent(nonce, first -> new ArrayList<>());
  }

  static Map<String, Object> fields(TradeRow row) {
    return TradeRow.VIEW.write(row);
  }
}
