package dev.maestro.engine.capital.command;

import dev.maestro.engine.capital.book.LedgerTrade;
import dev.maestro.engine.control.TradingControl;
import java.util.List;
import java.util.Optional;

/**
 * What is to be written in the transaction of the command, beside the ledger.
 *
 * @param intents as they are now, in the order in which they changed
 * @param trades as they are now: rows of the journal
 * @param alerts for people
 * @param control the kill switch, where the command threw it
 */
public record Effects(
    List<IntentChange> intents,
    List<LedgerTrade> trades,
    List<CapitalAlert> alerts,
    Optional<TradingControl> control) {
  /** Nothing. */
  public static final Effects NONE = new Effects(List.of(), List.of(), List.of(), Optional.empty());

  /** Keeps its own lists. */
  public Effects {
    intents = List.copyOf(intents);
    trades = List.copyOf(trades);
    alerts = List.copyOf(alerts);
  }
}
