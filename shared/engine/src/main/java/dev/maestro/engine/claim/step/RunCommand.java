package dev.maestro.engine.claim.step;

import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.capital.CapitalConfig;
import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.book.LedgerTrade;
import dev.maestro.engine.capital.command.CapitalAlert;
import dev.maestro.engine.capital.command.CommandAnswer;
import dev.maestro.engine.capital.command.CommandCode;
import dev.maestro.engine.capital.command.IntentChange;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.capital.command.Outcome;
import dev.maestro.engine.capital.fact.CloseRule;
import dev.maestro.engine.capital.intent.Intent;
import dev.maestro.engine.capital.invariant.BrokenInvariant;
import dev.maestro.engine.capital.invariant.LedgerInvariants;
import dev.maestro.engine.capital.invariant.StepInvariants;
import dev.maestro.engine.capital.ledger.Ledger;
import dev.maestro.engine.capital.rule.CapitalRules;
import dev.maestro.engine.claim.BrokenLedgerException;
import dev.maestro.engine.claim.HistoryLine;
import dev.maestro.engine.claim.IntentUpdate;
import dev.maestro.engine.claim.KeptIntent;
import dev.maestro.engine.claim.LedgerAnswer;
import dev.maestro.engine.claim.TenantLedger;
import dev.maestro.engine.claim.TradeRow;
import dev.maestro.engine.claim.UnreadableLedgerException;
import dev.maestro.engine.control.TradingControl;
import dev.maestro.engine.name.StrategyId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One command on a stored ledger: what a store has read, to what it is to write. Every store runs
 * this within its transaction and adds nothing.
 */
public final class RunCommand {
  private RunCommand() {}

  /**
   * Runs the command.
   *
   * @param now taken after what was read
   * @throws UnreadableLedgerException if ledger and intent do not speak of the same
   * @throws BrokenLedgerException if an invariant does not hold of what it leads to
   * @throws IllegalArgumentException for what only cycles do: reserve, exit, policy
   */
  public static LedgerStep run(LedgerState found, LedgerCommand command, Instant now) {
    refuseCycles(command);
    LedgerState state = found.checked(command.nonce());
    TenantLedger kept =
        state
            .ledger()
            .orElseGet(
                () -> TenantLedger.born("", Collections.emptySortedMap(), CapitalConfig.DEFAULTS));
    Ledger before = state.gates().before(kept.ledger());
    Outcome outcome = CapitalRules.apply(before, state, command, now, kept.config());
    if (outcome.code() == CommandCode.UNCHANGED && isAnotherClose(state, command)) {
      return LedgerStep.refusing(
          new LedgerAnswer(CommandAnswer.of(CommandCode.NONCE_CONFLICT), Optional.empty()));
    }
    return state.ledger().isPresent()
        ? step(state, kept, command, before, outcome)
        : unborn(state, outcome);
  }

  /** A stop that is taken for another one would stay a holding for ever. */
  private static boolean isAnotherClose(LedgerState state, LedgerCommand command) {
    return command instanceof LedgerCommand.Close close
        && close
            .tradeId()
            .flatMap(state::trade)
            .filter(known -> !CloseRule.says(known, close))
            .isPresent();
  }

  private static LedgerStep step(
      LedgerState state, TenantLedger kept, LedgerCommand command, Ledger before, Outcome outcome) {
    List<BrokenInvariant> broken = new ArrayList<>();
    broken.addAll(StepInvariants.of(before, state, command, outcome));
    broken.addAll(LedgerInvariants.of(outcome.ledger(), kept.config()));
    if (needsWhole(state, outcome.code())) {
      broken.addAll(kept.lost());
    }
    if (!broken.isEmpty()) {
      throw new BrokenLedgerException(
          "the ledger " + state.account() + " of " + state.tenant(), broken);
    }
    List<IntentUpdate> updates = updates(before, outcome);
    boolean isChanged = outcome.ledger().version() != kept.ledger().version();
    return new LedgerStep(
        answer(state, outcome.answer(), updates),
        Optional.of(kept.with(outcome.ledger())).filter(any -> isChanged),
        updates,
        outcome.effects().trades().stream().filter(LedgerTrade::isClose).toList(),
        rows(state, kept, outcome),
        alerts(outcome),
        control(state, outcome));
  }

  /** A broker's word is booked as it is; what can hardly be true is looked at on the same day. */
  private static List<CapitalAlert> alerts(Outcome outcome) {
    List<CapitalAlert> alerts = new ArrayList<>(outcome.effects().alerts());
    outcome.effects().trades().stream()
        .filter(LedgerTrade::isFarOff)
        .map(
            trade ->
                new CapitalAlert(
                    AlertCode.PRICE_FAR_OFF,
                    trade.id(),
                    "%s cost %s and was closed for %s"
                        .formatted(trade.key().symbol(), trade.stake().cost(), trade.turnover())))
        .forEach(alerts::add);
    return alerts;
  }

  /**
   * An entry is granted on what is held and promised, and who is told that nothing is held would
   * look for the mistake at himself. Facts are taken and exits pass, as in REDUCING.
   */
  private static boolean needsWhole(LedgerState state, CommandCode code) {
    boolean isEntry = state.intent().filter(kept -> kept.intent().isEntry()).isPresent();
    return code == CommandCode.NO_POSITION || (code == CommandCode.GRANTED && isEntry);
  }

  /** Nothing is kept but a switch, which needs no ledger. */
  private static LedgerStep unborn(LedgerState state, Outcome outcome) {
    boolean isOperators =
        outcome.code() == CommandCode.ACCEPTED && outcome.effects().control().isEmpty();
    LedgerAnswer answer = new LedgerAnswer(outcome.answer(), Optional.empty());
    LedgerStep refusal = LedgerStep.refusing(answer);
    return isOperators && !isSnapshot(outcome)
        ? LedgerStep.refusing(
            new LedgerAnswer(CommandAnswer.of(CommandCode.NO_POSITION), Optional.empty()))
        : new LedgerStep(
            refusal.answer(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            control(state, outcome));
  }

  private static boolean isSnapshot(Outcome outcome) {
    return outcome.ledger().account().isPresent();
  }

  /** The ledger has both switches together; only the tenant's own is written. */
  private static Optional<TradingControl> control(LedgerState state, Outcome outcome) {
    return outcome
        .effects()
        .control()
        .map(both -> both.withFence(both.fence() - state.gates().global().fence()));
  }

  private static LedgerAnswer answer(
      LedgerState state, CommandAnswer answer, List<IntentUpdate> updates) {
    Optional<KeptIntent> after =
        state
            .intent()
            .map(
                kept ->
                    updates.stream()
                        .filter(update -> update.nonce().equals(kept.intent().nonce()))
                        .findFirst()
                        .map(update -> update.of(kept))
                        .orElse(kept));
    return new LedgerAnswer(answer, after);
  }

  private static List<IntentUpdate> updates(Ledger before, Outcome outcome) {
    Map<Nonce, IntentUpdate> updates = new LinkedHashMap<>();
    Map<Nonce, Intent> last = new LinkedHashMap<>();
    before.intents().all().forEach(intent -> last.put(intent.nonce(), intent));
    for (IntentChange change : outcome.effects().intents()) {
      Nonce nonce = change.intent().nonce();
      List<HistoryLine> history = new ArrayList<>();
      Optional.ofNullable(updates.get(nonce)).ifPresent(known -> history.addAll(known.history()));
      if (isWorthALine(Optional.ofNullable(last.get(nonce)), change.intent())) {
        history.add(HistoryLine.of(change));
      }
      last.put(nonce, change.intent());
      updates.put(
          nonce, new IntentUpdate(nonce, Optional.of(change.intent()), Optional.empty(), history));
    }
    for (LedgerTrade trade : outcome.effects().trades()) {
      if (!trade.isClose()) {
        updates.merge(new Nonce(trade.id()), of(trade), RunCommand::withTrade);
      }
    }
    return List.copyOf(updates.values());
  }

  /** An order that works for days says so every five minutes, which is no history. */
  private static boolean isWorthALine(Optional<Intent> before, Intent after) {
    return before
        .filter(known -> known.state() == after.state())
        .filter(known -> known.filled().equals(after.filled()))
        .filter(known -> known.order().equals(after.order()))
        .isEmpty();
  }

  private static IntentUpdate of(LedgerTrade trade) {
    return new IntentUpdate(new Nonce(trade.id()), Optional.empty(), Optional.of(trade), List.of());
  }

  private static IntentUpdate withTrade(IntentUpdate known, IntentUpdate trade) {
    return new IntentUpdate(known.nonce(), known.intent(), trade.trade(), known.history());
  }

  private static List<TradeRow> rows(LedgerState state, TenantLedger kept, Outcome outcome) {
    Map<String, TradeRow> rows = new LinkedHashMap<>();
    for (LedgerTrade trade : outcome.effects().trades()) {
      StrategyId.of(trade.key().holder().value())
          .flatMap(strategy -> Optional.ofNullable(kept.owners().get(strategy)))
          .filter(owner -> trade.agent().isPresent())
          .ifPresent(
              owner ->
                  rows.put(
                      trade.id(), new TradeRow(owner, state.tenant(), state.account(), trade)));
    }
    return List.copyOf(rows.values());
  }

  private static void refuseCycles(LedgerCommand command) {
    boolean isOfCycles =
        command instanceof LedgerCommand.Reserve
            || command instanceof LedgerCommand.Exit
            || command instanceof LedgerCommand.Policy;
    if (isOfCycles) {
      throw new IllegalArgumentException("only cycles reserve, and set the policy: " + command);
    }
  }
}
