package dev.maestro.engine.capital.rule;

import dev.maestro.engine.capital.CapitalConfig;
import dev.maestro.engine.capital.command.Archive;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.capital.command.Outcome;
import dev.maestro.engine.capital.command.Work;
import dev.maestro.engine.capital.drift.SnapshotRule;
import dev.maestro.engine.capital.fact.CloseRule;
import dev.maestro.engine.capital.fact.ReportRule;
import dev.maestro.engine.capital.fact.ResolveRule;
import dev.maestro.engine.capital.ledger.Ledger;
import dev.maestro.engine.capital.operator.AssignRule;
import dev.maestro.engine.capital.operator.ControlRule;
import dev.maestro.engine.capital.operator.RearmRule;
import dev.maestro.engine.capital.operator.SplitRule;
import java.time.Instant;

/**
 * (ledger, command, time) to (ledger, code, effects). Every store runs this inside one transaction
 * and writes ledger and effects together. A refusal changes nothing unless its command says so.
 */
public final class CapitalRules {
  private CapitalRules() {}

  /**
   * Runs one command.
   *
   * @param archive what the store holds of ended intents and trades, as of the same transaction
   */
  public static Outcome apply(
      Ledger ledger, Archive archive, LedgerCommand command, Instant now, CapitalConfig config) {
    Ledger summed = ledger.withIntents(ledger.intents().under(config.sizing().overfillFactor()));
    return run(new Work(summed, archive, config, now), command);
  }

  private static Outcome run(Work work, LedgerCommand command) {
    if (command instanceof LedgerCommand.Reserve reserve) {
      return ReserveRule.apply(work, reserve);
    }
    if (command instanceof LedgerCommand.Exit exit) {
      return ExitRule.apply(work, exit);
    }
    if (command instanceof LedgerCommand.Claim claim) {
      return ClaimRule.apply(work, claim);
    }
    if (command instanceof LedgerCommand.Report report) {
      return ReportRule.apply(work, report);
    }
    if (command instanceof LedgerCommand.Snapshot snapshot) {
      return SnapshotRule.apply(work, snapshot);
    }
    if (command instanceof LedgerCommand.Settle) {
      return SettleRule.apply(work);
    }
    if (command instanceof LedgerCommand.Close close) {
      return CloseRule.apply(work, close);
    }
    return runOperator(work, command);
  }

  private static Outcome runOperator(Work work, LedgerCommand command) {
    if (command instanceof LedgerCommand.Resolve resolve) {
      return ResolveRule.apply(work, resolve);
    }
    if (command instanceof LedgerCommand.Split split) {
      return SplitRule.apply(work, split);
    }
    if (command instanceof LedgerCommand.Assign assign) {
      return AssignRule.apply(work, assign);
    }
    if (command instanceof LedgerCommand.Control control) {
      return ControlRule.apply(work, control);
    }
    if (command instanceof LedgerCommand.Rearm rearm) {
      return RearmRule.apply(work, rearm);
    }
    if (command instanceof LedgerCommand.Policy policy) {
      return ControlRule.apply(work, policy);
    }
    throw new IllegalStateException("no rule for " + command);
  }
}
