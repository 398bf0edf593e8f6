package dev.maestro.cli.eval.capital;

import dev.maestro.engine.capital.ExactKinds;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.capital.ledger.EntryPolicy;
import dev.maestro.engine.claim.body.AccountBody;
import dev.maestro.engine.claim.body.BodyKinds;
import dev.maestro.engine.claim.body.FilledFigures;
import dev.maestro.engine.control.TradingState;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.name.AgentId;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Reads one step of a case as the command that it is. */
final class CommandInput {
  private CommandInput() {}

  static LedgerCommand read(Fields step) {
    String op = step.get("op", Kinds.NAME);
    return switch (op) {
      case "reserve" -> reserve(step);
      case "exit" ->
          new LedgerCommand.Exit(
              step.get("nonce", ExactKinds.NONCE),
              BodyKinds.key(step),
              step.find("quantity", BodyKinds.QUANTITY));
      case "claim" ->
          new LedgerCommand.Claim(
              step.get("nonce", ExactKinds.NONCE),
              step.get("executor", Kinds.TEXT),
              step.get("token", Kinds.TEXT));
      case "report" ->
          new LedgerCommand.Report(
              step.get("nonce", ExactKinds.NONCE),
              step.get("token", Kinds.TEXT),
              FilledFigures.OF_REPORT.find(step),
              step.get("filled_at", Kinds.TIME),
              step.get("final", Kinds.FLAG, false));
      case "close" -> close(step);
      case "snapshot" -> AccountBody.snapshot(step);
      case "settle" -> new LedgerCommand.Settle();
      default -> operator(op, step);
    };
  }

  private static LedgerCommand operator(String op, Fields step) {
    return switch (op) {
      case "resolve" ->
          new LedgerCommand.Resolve(
              step.get("nonce", ExactKinds.NONCE),
              FilledFigures.OF_REPORT.find(step),
              step.get("filled_at", Kinds.TIME),
              by(step),
              reason(step));
      case "split" ->
          new LedgerCommand.Split(
              step.get("symbol", Kinds.SYMBOL),
              step.get("factor", Kinds.DECIMAL),
              by(step),
              reason(step));
      case "assign" -> assign(step);
      case "control" ->
          new LedgerCommand.Control(
              step.get("state", Kinds.word(TradingState.class)), by(step), reason(step));
      case "rearm" ->
          new LedgerCommand.Rearm(step.get("strategy", ExactKinds.HOLDER), by(step), reason(step));
      case "policy" ->
          new LedgerCommand.Policy(
              new EntryPolicy(
                  step.get("allow_new_trades", Kinds.FLAG),
                  new TreeSet<>(
                      step.get("disallowed_symbols", Kinds.list(Kinds.SYMBOL), List.of())),
                  Optional.empty(),
                  step.find("expires_at", Kinds.TIME)));
      default ->
          throw step.wrong(
              "op",
              "one of reserve, exit, claim, report, close, resolve, split, assign, snapshot,"
                  + " settle, control, rearm, policy",
              op);
    };
  }

  private static LedgerCommand assign(Fields step) {
    return new LedgerCommand.Assign(
        BodyKinds.key(step),
        step.get("agent", Kinds.AGENT),
        step.get("quantity", Kinds.DECIMAL),
        by(step),
        reason(step));
  }

  private static LedgerCommand reserve(Fields step) {
    return new LedgerCommand.Reserve(
        step.get("nonce", ExactKinds.NONCE),
        BodyKinds.key(step),
        step.get("agent", Kinds.TEXT, "").isBlank()
            ? Optional.<AgentId>empty()
            : step.find("agent", Kinds.AGENT),
        CapitalInput.terms(step),
        step.get("scale_in", Kinds.FLAG, false),
        step.get("max_positions", Kinds.COUNT),
        step.get("max_daily_trades", Kinds.COUNT));
  }

  private static LedgerCommand close(Fields step) {
    return new LedgerCommand.Close(
        step.get("id", Kinds.NAME),
        step.get("executor", Kinds.TEXT),
        BodyKinds.key(step),
        step.get("side", ExactKinds.SIDE),
        FilledFigures.OF_CLOSE.find(step),
        step.get("closed_at", Kinds.TIME));
  }

  private static String by(Fields step) {
    return step.get("by", Kinds.TEXT, "");
  }

  private static String reason(Fields step) {
    return step.get("reason", Kinds.TEXT, "");
  }
}
