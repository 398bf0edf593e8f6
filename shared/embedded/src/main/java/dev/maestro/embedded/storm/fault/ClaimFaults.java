package dev.maestro.embedded.storm.fault;

import dev.maestro.engine.capital.CapitalConfig;
import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.capital.command.AnswerDetail;
import dev.maestro.engine.capital.command.Archive;
import dev.maestro.engine.capital.command.CommandCode;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.capital.command.LedgerCommand.Claim;
import dev.maestro.engine.capital.command.Outcome;
import dev.maestro.engine.capital.command.Work;
import dev.maestro.engine.capital.intent.Intent;
import dev.maestro.engine.capital.intent.IntentOrder;
import dev.maestro.engine.capital.intent.IntentState;
import dev.maestro.engine.capital.intent.Issue;
import dev.maestro.engine.capital.intent.TokenHash;
import dev.maestro.engine.capital.ledger.Ledger;
import dev.maestro.engine.capital.rule.CapitalRules;
import java.time.Instant;
import java.util.Optional;

/** Faults of claims. */
final class ClaimFaults {
  private ClaimFaults() {}

  static Outcome withoutFence(
      Ledger ledger, Archive archive, LedgerCommand command, Instant now, CapitalConfig config) {
    Ledger seen =
        open(ledger, command)
            .filter(Intent::isEntry)
            .map(intent -> ledger.withIntents(ledger.intents().with(refenced(intent, ledger))))
            .orElse(ledger);
    return CapitalRules.apply(seen, archive, command, now, config);
  }

  private static Intent refenced(Intent intent, Ledger ledger) {
    IntentOrder order = intent.order();
    Issue issue = new Issue(ledger.control().fence(), order.reservedAt(), order.expiresAt());
    IntentOrder fresh =
        IntentOrder.entry(
            order.nonce(),
            order.key(),
            order.side(),
            order.agent(),
            order.notional(),
            order.planned(),
            issue);
    return new Intent(fresh, intent.state(), intent.filled(), intent.token(), intent.reportBy());
  }

  static Outcome exitNotCut(
      Ledger ledger, Archive archive, LedgerCommand command, Instant now, CapitalConfig config) {
    Outcome right = CapitalRules.apply(ledger, archive, command, now, config);
    Optional<Intent> exit =
        open(ledger, command)
            .filter(Intent::isExit)
            .filter(intent -> intent.state() == IntentState.RESERVED);
    boolean isCut = right.code() == CommandCode.NO_POSITION || right.code() == CommandCode.GRANTED;
    if (exit.isEmpty() || !isCut || !(command instanceof Claim claim)) {
      return right;
    }
    Work work = new Work(ledger, archive, config, now);
    Instant reportBy = now.plus(config.times().reportWithin());
    work.store(
        exit.get().claimed(TokenHash.of(claim.token()), reportBy), ledger.executor(), "granted");
    return granted(work, exit.get(), false);
  }

  static Outcome tokenNotChecked(
      Ledger ledger, Archive archive, LedgerCommand command, Instant now, CapitalConfig config) {
    Outcome right = CapitalRules.apply(ledger, archive, command, now, config);
    Optional<Intent> claimed = claimed(ledger, command);
    return claimed.isPresent() && right.code() == CommandCode.ALREADY_CLAIMED
        ? granted(new Work(ledger, archive, config, now), claimed.get(), true)
        : right;
  }

  static Outcome repeatedNotAsked(
      Ledger ledger, Archive archive, LedgerCommand command, Instant now, CapitalConfig config) {
    Optional<Intent> own =
        claimed(ledger, command)
            .filter(intent -> intent.token().equals(Optional.of(hash(command))));
    return own.isPresent()
        ? granted(new Work(ledger, archive, config, now), own.get(), true)
        : CapitalRules.apply(ledger, archive, command, now, config);
  }

  private static Outcome granted(Work work, Intent intent, boolean isRepeated) {
    Optional<Quantity> quantity =
        Optional.of(intent.order().quantity()).filter(unused -> intent.isExit());
    return work.end(CommandCode.GRANTED, new AnswerDetail.Granted(quantity, isRepeated));
  }

  private static Optional<Intent> claimed(Ledger ledger, LedgerCommand command) {
    return open(ledger, command).filter(intent -> intent.state() == IntentState.CLAIMED);
  }

  /** The open intent that a claim names. */
  private static Optional<Intent> open(Ledger ledger, LedgerCommand command) {
    return command instanceof Claim claim ? ledger.intents().get(claim.intent()) : Optional.empty();
  }

  private static TokenHash hash(LedgerCommand command) {
    return TokenHash.of(command instanceof Claim claim ? claim.token() : "");
  }
}
