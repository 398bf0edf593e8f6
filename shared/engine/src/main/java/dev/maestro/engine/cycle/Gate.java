package dev.maestro.engine.cycle;

import dev.maestro.engine.control.TradingState;
import dev.maestro.engine.cycle.input.CycleInput;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.policy.TradingPolicy;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.signal.StrategyStatus;
import dev.maestro.engine.verdict.ReasonCode;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Step 5: what an entry must pass before the ledger is asked. Exits meet two obstacles only: a
 * tenant that is HALTED, and an intent that exists already.
 */
final class Gate {
  private Gate() {}

  static void check(SignalDraft draft, CycleInput input) {
    if (draft.isExit()) {
      checkHalt(draft, input);
      checkRepeated(draft, input);
    } else if (draft.isEntry()) {
      checkSwitch(draft, input);
      checkPolicy(draft, input);
      checkStrategy(draft, input);
      checkContent(draft);
      checkRepeated(draft, input);
    }
  }

  private static void checkHalt(SignalDraft draft, CycleInput input) {
    if (input.permission().control().state() == TradingState.HALTED) {
      draft.deny(ReasonCode.KILL_SWITCH, "halted: " + input.permission().control().reason());
    }
  }

  private static void checkSwitch(SignalDraft draft, CycleInput input) {
    if (input.permission().control().state() != TradingState.ACTIVE) {
      draft.deny(
          ReasonCode.KILL_SWITCH,
          input.permission().control().state() + ": " + input.permission().control().reason());
    }
  }

  private static void checkPolicy(SignalDraft draft, CycleInput input) {
    if (input.permission().policy().isEmpty()) {
      draft.deny(ReasonCode.POLICY_BLOCKED, "there is no readable trading policy");
      return;
    }
    TradingPolicy policy = input.permission().policy().get();
    if (!policy.allowNewTrades()) {
      draft.deny(ReasonCode.POLICY_BLOCKED, "no new trades: " + policy.note());
    }
    Symbol symbol = draft.symbol().orElseThrow();
    if (!policy.permits(symbol)) {
      draft.deny(ReasonCode.SYMBOL_NOT_ALLOWED, "the policy excludes " + symbol);
    }
    BigDecimal needed = BigDecimal.valueOf(policy.minConfidence().value());
    Optional<BigDecimal> confidence = draft.signal().confidence();
    if (confidence.filter(given -> given.compareTo(needed) < 0).isPresent()) {
      draft.deny(
          ReasonCode.LOW_CONFIDENCE,
          "confidence " + confidence.get().toPlainString() + " is below " + needed.toPlainString());
    }
  }

  private static void checkStrategy(SignalDraft draft, CycleInput input) {
    RegisteredStrategy strategy = draft.strategy().orElseThrow();
    if (strategy.status() == StrategyStatus.DISABLED) {
      draft.deny(ReasonCode.STRATEGY_NOT_ALLOWED, "the strategy is DISABLED");
    } else if (!input.permission().selection().permits(strategy.id())) {
      draft.deny(ReasonCode.STRATEGY_NOT_ALLOWED, "the strategy is not selected");
    }
  }

  private static void checkContent(SignalDraft draft) {
    draft.signal().entryError().ifPresent(error -> draft.deny(ReasonCode.INVALID_SIGNAL, error));
    if (draft.signal().entryError().isEmpty() && draft.signal().confidence().isEmpty()) {
      draft.deny(ReasonCode.INVALID_SIGNAL, "confidence is missing");
    }
    if (draft.signal().entryError().isEmpty() && draft.allocation().signum() == 0) {
      draft.deny(ReasonCode.NO_ALLOCATION, "the signal asks for no allocation");
    }
  }

  private static void checkRepeated(SignalDraft draft, CycleInput input) {
    if (input.funds().isKnown(draft.nonce(input))) {
      draft.deny(ReasonCode.REPEATED, "this signal already has its intent");
    }
  }
}
