package dev.maestro.engine.cycle;

import dev.maestro.engine.capital.TradingState;
import dev.maestro.engine.cycle.input.CycleInput;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.policy.TradingPolicy;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.signal.StrategyStatus;
import dev.maestro.engine.signal.account.AccountSnapshot;
import dev.maestro.engine.verdict.ReasonCode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Step 5: what an entry must pass. Exits meet two obstacles only: a tenant that is HALTED, and an
 * intent that exists already.
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
      checkHoldings(draft, input);
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

  private static void checkHoldings(SignalDraft draft, CycleInput input) {
    Optional<AccountSnapshot> account = input.holdings().account();
    if (account.filter(snapshot -> !snapshot.isStaleAt(input.occasion().now())).isEmpty()) {
      draft.deny(
          ReasonCode.STALE_ACCOUNT,
          "the account is missing, older than 15 minutes, or of a time to come");
    }
    Symbol symbol = draft.symbol().orElseThrow();
    RegisteredStrategy strategy = draft.strategy().orElseThrow();
    boolean inFlight =
        input.holdings().inFlight().contains(new CycleInput.InFlight(strategy.id(), symbol));
    boolean held =
        account.map(AccountSnapshot::positions).orElse(List.of()).stream()
            .filter(position -> position.isOf(strategy.id()))
            .anyMatch(position -> position.isIn(symbol) || position.symbol().isEmpty());
    if ((held || inFlight) && !strategy.scaleIn()) {
      draft.deny(ReasonCode.ALREADY_HELD, symbol + " is held or in flight already");
    }
    if (account.filter(known -> isHeldByNobody(known, symbol, input)).isPresent()) {
      draft.deny(
          ReasonCode.ALREADY_HELD,
          symbol + " is held, and by which strategy nobody knows: attribute the position");
    }
  }

  /** It may be that of whoever asks: a position without a strategy of the tenant's is anybody's. */
  private static boolean isHeldByNobody(AccountSnapshot account, Symbol symbol, CycleInput input) {
    return account.positions().stream()
        .filter(position -> position.isIn(symbol))
        .anyMatch(
            position ->
                input.team().strategies().stream()
                    .map(RegisteredStrategy::id)
                    .noneMatch(position::isOf));
  }

  private static void checkRepeated(SignalDraft draft, CycleInput input) {
    if (input
        .holdings()
        .knownNonces()
        .contains(draft.nonce(input.occasion().tenant(), input.holdings().accountId()))) {
      draft.deny(ReasonCode.REPEATED, "this signal already has its intent");
    }
  }
}
