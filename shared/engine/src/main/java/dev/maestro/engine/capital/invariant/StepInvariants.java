package dev.maestro.engine.capital.invariant;

import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.command.Archive;
import dev.maestro.engine.capital.command.CommandCode;
import dev.maestro.engine.capital.command.IntentChange;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.capital.command.Outcome;
import dev.maestro.engine.capital.intent.Intent;
import dev.maestro.engine.capital.ledger.Ledger;
import dev.maestro.engine.capital.ledger.LedgerSums;
import dev.maestro.engine.number.Money;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What must be true of a command: of what was before it and what is after it. */
public final class StepInvariants {
  private StepInvariants() {}

  /**
   * All that is broken.
   *
   * @param archive as the command saw it, before its effects are written
   */
  public static List<BrokenInvariant> of(
      Ledger before, Archive archive, LedgerCommand command, Outcome outcome) {
    Findings findings = new Findings();
    intents(before, archive, outcome, findings);
    findings.require(
        outcome.ledger().control().fence() >= before.control().fence(),
        "the fence does not go back",
        () -> String.valueOf(outcome.ledger().control()));
    if (command instanceof LedgerCommand.Reserve reserve
        && outcome.code() == CommandCode.RESERVED) {
      capital(reserve, outcome.ledger(), findings);
    }
    QuantityInvariant.check(before, archive, command, outcome, findings);
    return findings.all();
  }

  private static void intents(Ledger before, Archive archive, Outcome outcome, Findings findings) {
    Map<Nonce, Intent> latest = new HashMap<>();
    for (IntentChange change : outcome.effects().intents()) {
      Intent after = change.intent();
      Optional<Intent> known =
          Optional.ofNullable(latest.get(after.nonce()))
              .or(() -> before.intents().get(after.nonce()))
              .or(() -> archive.intent(after.nonce()));
      known.ifPresent(intent -> successor(intent, after, findings));
      latest.put(after.nonce(), after);
    }
  }

  private static void successor(Intent before, Intent after, Findings findings) {
    findings.require(
        before.state() == after.state() || before.state().mayBecome(after.state()),
        "no state goes back",
        () -> before.nonce() + " was " + before.state() + " and is " + after.state());
    findings.require(
        before.token().isEmpty() || before.token().equals(after.token()),
        "a nonce is granted to one token",
        () -> before.nonce().value());
    findings.require(
        after.filled().mayFollow(before.filled()),
        "what was filled stays filled",
        () -> before.filled() + " and then " + after.filled());
  }

  private static void capital(LedgerCommand.Reserve reserve, Ledger after, Findings findings) {
    findings.require(
        LedgerSums.available(after).filter(available -> available.signum() >= 0).isPresent(),
        "what is reserved is available",
        () -> String.valueOf(LedgerSums.available(after)));
    Money used = LedgerSums.used(after, reserve.agent().orElseThrow());
    BigDecimal share =
        after.account().orElseThrow().equity().value().multiply(reserve.terms().weight());
    findings.require(
        used.value().compareTo(share) <= 0,
        "an agent uses at most its share of equity",
        () -> used + " of " + share);
  }
}
