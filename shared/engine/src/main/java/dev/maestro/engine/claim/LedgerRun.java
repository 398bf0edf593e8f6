package dev.maestro.engine.claim;

import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.book.LedgerTrade;
import dev.maestro.engine.capital.command.Archive;
import dev.maestro.engine.capital.command.CapitalAlert;
import dev.maestro.engine.capital.command.CommandAnswer;
import dev.maestro.engine.capital.command.CommandCode;
import dev.maestro.engine.capital.command.IntentChange;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.capital.command.Outcome;
import dev.maestro.engine.capital.command.Work;
import dev.maestro.engine.capital.intent.OrderInstructions;
import dev.maestro.engine.capital.ledger.Ledger;
import dev.maestro.engine.capital.rule.CapitalRules;
import dev.maestro.engine.capital.rule.EntryGates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Commands of one cycle on one ledger, one after the other, each on what those before it left. It
 * lives within that cycle and is never shared; who runs it knows that no nonce has ended before.
 */
public final class LedgerRun {
  private final Instant now;
  private final List<IntentChange> intents;
  private final SortedMap<Nonce, OrderInstructions> instructions;
  private final List<LedgerTrade> trades;
  private final List<CapitalAlert> alerts;
  private final TenantLedger before;
  private Ledger ledger;

  /** Goes on from what was left before. */
  public LedgerRun(LedgerChanges before, Instant now) {
    this.now = now;
    this.before = before.ledger();
    this.ledger = before.ledger().ledger();
    this.intents = new ArrayList<>(before.intents());
    this.instructions = new TreeMap<>(before.instructions());
    this.trades = new ArrayList<>(before.trades());
    this.alerts = new ArrayList<>(before.alerts());
  }

  /** The ledger as it has become so far. */
  public Ledger ledger() {
    return ledger;
  }

  /** Runs a command. */
  public CommandAnswer run(LedgerCommand command) {
    Outcome outcome = CapitalRules.apply(ledger, Archive.EMPTY, command, now, before.config());
    ledger = outcome.ledger();
    intents.addAll(outcome.effects().intents());
    trades.addAll(outcome.effects().trades());
    alerts.addAll(outcome.effects().alerts());
    return outcome.answer();
  }

  /** Reserves an entry or an exit; what is reserved keeps its order's instructions. */
  public CommandAnswer reserve(Nonce nonce, LedgerCommand command, OrderInstructions order) {
    CommandAnswer answer = run(command);
    if (answer.code() == CommandCode.RESERVED) {
      instructions.put(nonce, order);
    }
    return answer;
  }

  /** All that stands against an entry now, in the order of the gates. */
  public List<CommandCode> refusals(LedgerCommand.Reserve entry) {
    return new EntryGates(new Work(ledger, Archive.EMPTY, before.config(), now), entry).all();
  }

  /** Tells a person. */
  public void alert(CapitalAlert alert) {
    alerts.add(alert);
  }

  /** All that is to be written. */
  public LedgerChanges changes() {
    return new LedgerChanges(before.with(ledger), intents, instructions, trades, alerts);
  }
}
