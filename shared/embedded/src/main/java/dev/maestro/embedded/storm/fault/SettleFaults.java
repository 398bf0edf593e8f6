package dev.maestro.embedded.storm.fault;

import dev.maestro.engine.capital.CapitalConfig;
import dev.maestro.engine.capital.command.Archive;
import dev.maestro.engine.capital.command.Effects;
import dev.maestro.engine.capital.command.IntentChange;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.capital.command.Outcome;
import dev.maestro.engine.capital.command.Work;
import dev.maestro.engine.capital.intent.Intent;
import dev.maestro.engine.capital.intent.IntentState;
import dev.maestro.engine.capital.ledger.Ledger;
import dev.maestro.engine.capital.rule.CapitalRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Faults of what time does. */
final class SettleFaults {
  private SettleFaults() {}

  static Outcome claimedExpires(
      Ledger ledger, Archive archive, LedgerCommand command, Instant now, CapitalConfig config) {
    return releasing(
        CapitalRules.apply(ledger, archive, command, now, config),
        command,
        now,
        intent ->
            intent.state() == IntentState.CLAIMED && !now.isBefore(intent.order().expiresAt()));
  }

  static Outcome unknownReleases(
      Ledger ledger, Archive archive, LedgerCommand command, Instant now, CapitalConfig config) {
    return releasing(
        CapitalRules.apply(ledger, archive, command, now, config),
        command,
        now,
        intent -> intent.state() == IntentState.UNKNOWN);
  }

  private static Outcome releasing(
      Outcome right, LedgerCommand command, Instant now, Predicate<Intent> test) {
    List<Intent> ending = right.ledger().intents().where(test);
    if (!(command instanceof LedgerCommand.Settle) || ending.isEmpty()) {
      return right;
    }
    Ledger ledger = right.ledger();
    List<IntentChange> changes = new ArrayList<>(right.effects().intents());
    for (Intent intent : ending) {
      boolean hasFilled = intent.filled().quantity().signum() > 0;
      Intent ended = intent.ended(hasFilled ? IntentState.FILLED : IntentState.RELEASED);
      ledger = ledger.withIntents(ledger.intents().with(ended));
      changes.add(new IntentChange(ended, now, Work.MAESTRO, "it took too long"));
    }
    Effects effects = right.effects();
    return new Outcome(
        ledger.nextVersion(),
        right.answer(),
        new Effects(changes, effects.trades(), effects.alerts(), effects.control()));
  }
}
