package dev.maestro.cli.eval.capital;

import dev.maestro.engine.capital.Holder;
import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.capital.TradingState;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.capital.command.LedgerCommand.ShownPosition;
import dev.maestro.engine.capital.intent.FilledSoFar;
import dev.maestro.engine.capital.ledger.EntryPolicy;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kind;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.form.Reading;
import dev.maestro.engine.name.AgentId;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.number.Decimals;
import dev.maestro.engine.number.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Reads one step of a case as the command that it is. */
final class CommandInput {
  private static final Kind<Holder> HOLDER =
      Kinds.named(
          "a strategy id, or empty for nobody",
          text ->
              text.isEmpty() ? Optional.of(Holder.NOBODY) : StrategyId.of(text).map(Holder::of));

  private static final Kind<Quantity> QUANTITY =
      Kinds.leaf(
          "a quantity with at most 10 places",
          given -> Decimals.read(given).flatMap(Quantity::ofExact),
          Quantity::toString);

  private CommandInput() {}

  static LedgerCommand read(Fields step) {
    String op = step.get("op", Kinds.NAME);
    return switch (op) {
      case "reserve" -> reserve(step);
      case "exit" ->
          new LedgerCommand.Exit(
              step.get("nonce", CapitalInput.NONCE), key(step), step.find("quantity", QUANTITY));
      case "claim" ->
          new LedgerCommand.Claim(
              step.get("nonce", CapitalInput.NONCE),
              step.get("executor", Kinds.TEXT),
              step.get("token", Kinds.TEXT));
      case "report" ->
          new LedgerCommand.Report(
              step.get("nonce", CapitalInput.NONCE),
              step.get("token", Kinds.TEXT),
              figures(step, "filled_quantity", "filled_notional"),
              step.get("filled_at", Kinds.TIME),
              step.get("final", Kinds.FLAG, false));
      case "close" -> close(step);
      case "snapshot" -> snapshot(step);
      case "settle" -> new LedgerCommand.Settle();
      default -> operator(op, step);
    };
  }

  private static LedgerCommand operator(String op, Fields step) {
    return switch (op) {
      case "resolve" ->
          new LedgerCommand.Resolve(
              step.get("nonce", CapitalInput.NONCE),
              figures(step, "filled_quantity", "filled_notional"),
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
      case "rearm" -> new LedgerCommand.Rearm(step.get("strategy", HOLDER), by(step), reason(step));
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
        key(step),
        step.get("agent", Kinds.AGENT),
        step.get("quantity", Kinds.DECIMAL),
        by(step),
        reason(step));
  }

  private static LedgerCommand reserve(Fields step) {
    return new LedgerCommand.Reserve(
        step.get("nonce", CapitalInput.NONCE),
        key(step),
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
        key(step),
        step.get("side", CapitalInput.SIDE),
        figures(step, "quantity", "notional"),
        step.get("closed_at", Kinds.TIME));
  }

  private static LedgerCommand snapshot(Fields step) {
    return new LedgerCommand.Snapshot(
        brokerAmount(step, "equity"),
        brokerAmount(step, "buying_power"),
        step.get("as_of", Kinds.TIME),
        step.has("positions")
            ? Optional.of(step.list("positions").stream().map(CommandInput::position).toList())
            : Optional.empty());
  }

  /** What a broker states more precisely than money is kept is rounded down. */
  private static Optional<Money> brokerAmount(Fields step, String name) {
    return read(step, name)
        .map(amount -> new Money(amount.setScale(Money.PLACES, RoundingMode.FLOOR)));
  }

  private static ShownPosition position(Fields row) {
    BigDecimal one = BigDecimal.ONE;
    Optional<BigDecimal> multiplier =
        row.has("multiplier") ? read(row, "multiplier") : Optional.of(one);
    return new ShownPosition(
        row.reading("symbol", Kinds.SYMBOL).value(),
        read(row, "quantity"),
        multiplier
            .filter(times -> times.signum() > 0)
            .flatMap(times -> read(row, "avg_price").map(times::multiply)));
  }

  /** Empty where one of them cannot be read or no order can have filled them. */
  private static Optional<FilledSoFar> figures(Fields step, String quantity, String notional) {
    Optional<Quantity> filled = read(step, quantity).flatMap(Quantity::ofExact);
    Optional<Money> worth = read(step, notional).flatMap(CapitalInput::money);
    Optional<Money> fees = read(step, "fees").flatMap(CapitalInput::money);
    if (filled.isEmpty() || worth.isEmpty() || fees.isEmpty()) {
      return Optional.empty();
    }
    return FilledSoFar.isPossible(filled.get(), worth.get(), fees.get())
        ? Optional.of(new FilledSoFar(filled.get(), worth.get(), fees.get()))
        : Optional.empty();
  }

  private static Optional<BigDecimal> read(Fields step, String name) {
    Reading<BigDecimal> reading = step.reading(name, Kinds.DECIMAL);
    return reading.value();
  }

  private static PositionKey key(Fields step) {
    return new PositionKey(step.get("symbol", Kinds.SYMBOL), step.get("strategy", HOLDER));
  }

  private static String by(Fields step) {
    return step.get("by", Kinds.TEXT, "");
  }

  private static String reason(Fields step) {
    return step.get("reason", Kinds.TEXT, "");
  }
}
