package dev.maestro.cli.eval.capital;

import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.book.LedgerTrade;
import dev.maestro.engine.capital.command.Archive;
import dev.maestro.engine.capital.command.CapitalAlert;
import dev.maestro.engine.capital.command.Effects;
import dev.maestro.engine.capital.command.IntentChange;
import dev.maestro.engine.capital.intent.Intent;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** All that the commands of one case have written beside the ledger. */
final class MemoryArchive implements Archive {
  private final SortedMap<Nonce, Intent> intents = new TreeMap<>();
  private final SortedMap<String, LedgerTrade> trades = new TreeMap<>();
  private final Set<AlertCode> alerts = EnumSet.noneOf(AlertCode.class);

  @Override
  public Optional<Intent> intent(Nonce nonce) {
    return Optional.ofNullable(intents.get(nonce));
  }

  @Override
  public Optional<LedgerTrade> trade(String id) {
    return Optional.ofNullable(trades.get(id));
  }

  void write(Effects effects) {
    for (IntentChange change : effects.intents()) {
      intents.put(change.intent().nonce(), change.intent());
    }
    for (LedgerTrade trade : effects.trades()) {
      trades.put(trade.id(), trade);
    }
    for (CapitalAlert alert : effects.alerts()) {
      alerts.add(alert.code());
    }
  }

  SortedMap<Nonce, Intent> intents() {
    return intents;
  }

  SortedMap<String, LedgerTrade> trades() {
    return trades;
  }

  Set<AlertCode> alerts() {
    return alerts;
  }
}
