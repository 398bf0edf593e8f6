package dev.maestro.embedded.storm.store;

import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.book.LedgerTrade;
import dev.maestro.engine.capital.command.Archive;
import dev.maestro.engine.capital.command.Effects;
import dev.maestro.engine.capital.command.IntentChange;
import dev.maestro.engine.capital.intent.Intent;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The intents and trades that were stored, as they are now. */
public final class StormArchive implements Archive {
  private final Map<Nonce, Intent> intents = new HashMap<>();
  private final Map<String, LedgerTrade> trades = new HashMap<>();

  @Override
  public Optional<Intent> intent(Nonce nonce) {
    return Optional.ofNullable(intents.get(nonce));
  }

  @Override
  public Optional<LedgerTrade> trade(String id) {
    return Optional.ofNullable(trades.get(id));
  }

  /** All that there ever were. */
  public Collection<Intent> intents() {
    return intents.values();
  }

  /** All that were ever written. */
  public Collection<LedgerTrade> trades() {
    return trades.values();
  }

  void write(Effects effects) {
    for (IntentChange change : effects.intents()) {
      intents.put(change.intent().nonce(), change.intent());
    }
    for (LedgerTrade trade : effects.trades()) {
      trades.put(trade.id(), trade);
    }
  }
}
