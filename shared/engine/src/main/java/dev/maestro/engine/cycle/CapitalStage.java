package dev.maestro.engine.cycle;

import dev.maestro.engine.capital.Holder;
import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.capital.book.LedgerHolding;
import dev.maestro.engine.capital.command.AnswerDetail;
import dev.maestro.engine.capital.command.CommandAnswer;
import dev.maestro.engine.capital.command.CommandCode;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.capital.sizing.EntryTerms;
import dev.maestro.engine.claim.LedgerChanges;
import dev.maestro.engine.claim.LedgerRun;
import dev.maestro.engine.cycle.input.CycleInput;
import dev.maestro.engine.cycle.input.CycleSettings;
import dev.maestro.engine.cycle.order.OrderTerms;
import dev.maestro.engine.identity.SignalIdentity;
import dev.maestro.engine.meta.risk.ModeLimits;
import dev.maestro.engine.name.AgentId;
import dev.maestro.engine.name.StrategyName;
import dev.maestro.engine.policy.TradingPolicy;
import dev.maestro.engine.signal.Action;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.verdict.FlattenedHolding;
import dev.maestro.engine.verdict.LedgerReason;
import dev.maestro.engine.verdict.ReasonCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Step 8: exits reserve what they close, then entries their capital, by weight, then strategy; each
 * sees what those before it took. While a tenant is flattened, whatever is held is closed besides.
 */
final class CapitalStage {
  private static final int UNLIMITED = Integer.MAX_VALUE;

  /** What only entries meet that nothing else stands against. */
  private static final Set<CommandCode> LIMITS =
      Set.of(
          CommandCode.NO_CAPITAL,
          CommandCode.MAX_POSITIONS,
          CommandCode.DAILY_TRADES,
          CommandCode.LEDGER_FULL);

  private final CycleInput input;
  private final CycleSettings settings;
  private final LedgerRun run;
  private final OrderTerms orders;
  private final List<FlattenedHolding> flattened = new ArrayList<>();

  private CapitalStage(
      CycleInput input, CycleSettings settings, LedgerChanges opening, String sessionId) {
    this.input = input;
    this.settings = settings;
    this.run = new LedgerRun(opening, input.occasion().now());
    this.orders = new OrderTerms(input.permission(), input.occasion().now(), sessionId);
  }

  /**
   * What the ledger gave.
   *
   * @param changes to be written with the cycle
   * @param flattened what is closed without a signal
   */
  record Given(LedgerChanges changes, List<FlattenedHolding> flattened) {}

  /** Asks the ledger for all of them; one that cannot be read gives nothing, exits included. */
  static Optional<Given> apply(
      List<SignalDraft> drafts, CycleInput input, CycleSettings settings, String sessionId) {
    Optional<LedgerChanges> opening = input.funds().ledger();
    if (opening.isEmpty()) {
      drafts.stream()
          .filter(draft -> draft.isEntry() || draft.isExit())
          .forEach(
              draft ->
                  draft.deny(
                      ReasonCode.NO_CAPITAL,
                      "the ledger is lost or cannot be read, so nothing is reserved"));
      return Optional.empty();
    }
    CapitalStage stage = new CapitalStage(input, settings, opening.get(), sessionId);
    drafts.stream()
        .filter(draft -> draft.isExit() && !draft.isDenied())
        .forEach(stage::reserveExit);
    stage.flatten();
    drafts.stream()
        .filter(SignalDraft::isEntry)
        .sorted(
            Comparator.comparing(stage::weight)
                .reversed()
                .thenComparing(SignalDraft::strategyName)
                .thenComparing(draft -> draft.symbol().orElseThrow()))
        .forEach(stage::reserveEntry);
    return Optional.of(new Given(stage.run.changes(), List.copyOf(stage.flattened)));
  }

  private void reserveExit(SignalDraft draft) {
    Nonce nonce = draft.nonce(input);
    PositionKey key = new PositionKey(draft.symbol().orElseThrow(), draft.holder());
    CommandAnswer answer = exit(nonce, key, draft.exitQuantity().flatMap(Quantity::ofExact));
    if (answer.detail() instanceof AnswerDetail.ExitReserved reserved) {
      draft.reservedExit(reserved.quantity());
    } else {
      draft.deny(
          LedgerReason.code(answer.code()), LedgerReason.sentence(answer.code(), key.symbol()));
    }
  }

  private CommandAnswer exit(Nonce nonce, PositionKey key, Optional<Quantity> quantity) {
    LedgerCommand.Exit exit = new LedgerCommand.Exit(nonce, key, quantity);
    return run.reserve(nonce, exit, orders.exit(run.ledger(), key, quantity));
  }

  private void flatten() {
    if (!run.ledger().control().isFlattening()) {
      return;
    }
    for (LedgerHolding holding : run.ledger().book().holdings().all()) {
      Nonce nonce = flattenNonce(holding);
      CommandAnswer answer = exit(nonce, holding.key(), Optional.empty());
      if (answer.detail() instanceof AnswerDetail.ExitReserved reserved) {
        flattened.add(
            new FlattenedHolding(nonce, holding.key(), reserved.side(), reserved.quantity()));
      }
    }
  }

  private Nonce flattenNonce(LedgerHolding holding) {
    return new Nonce(
        SignalIdentity.nonce(
            input.occasion().tenant(),
            input.funds().account().value(),
            new StrategyName(holding.key().holder().value()),
            Optional.of(holding.key().symbol()),
            "FLATTEN",
            input.occasion().slot().start().toString()));
  }

  private void reserveEntry(SignalDraft draft) {
    LedgerCommand.Reserve ask = ask(draft);
    for (CommandCode code : run.refusals(ask)) {
      if (!LIMITS.contains(code) || !draft.isDenied()) {
        draft.deny(LedgerReason.code(code), LedgerReason.sentence(code, ask.key().symbol()));
      }
    }
    if (draft.isDenied()) {
      return;
    }
    CommandAnswer answer = run.reserve(ask.intent(), ask, orders.entry(ask.terms()));
    if (answer.detail() instanceof AnswerDetail.EntryReserved reserved) {
      draft.reserved(reserved.notional(), reserved.cuts());
    } else {
      draft.deny(
          LedgerReason.code(answer.code()),
          LedgerReason.sentence(answer.code(), ask.key().symbol()));
    }
  }

  private LedgerCommand.Reserve ask(SignalDraft draft) {
    RegisteredStrategy strategy = draft.strategy().orElseThrow();
    TradingPolicy policy = input.permission().policyOrNothing(input.occasion().now());
    PositionKey key = new PositionKey(draft.symbol().orElseThrow(), Holder.of(strategy.id()));
    EntryTerms terms =
        new EntryTerms(
            draft.signal().action() == Action.SELL ? OrderSide.SELL : OrderSide.BUY,
            weight(draft),
            draft.allocation(),
            draft.signal().price(),
            draft.signal().stopPrice(),
            Optional.ofNullable(input.funds().lastPrices().get(key.symbol())),
            BigDecimal.valueOf(policy.maxRisk().value()),
            settings.totalExposureLimitPct());
    return new LedgerCommand.Reserve(
        draft.nonce(input),
        key,
        Optional.of(new AgentId(strategy.agentId())),
        terms,
        strategy.scaleIn(),
        policy.maxPositions(),
        input
            .permission()
            .limits(input.occasion().now())
            .map(ModeLimits::maxDailyTrades)
            .orElse(UNLIMITED));
  }

  /** Of the strategy's agent; one that has none yet has what the settings say. */
  private BigDecimal weight(SignalDraft draft) {
    return draft
        .strategy()
        .map(RegisteredStrategy::agentId)
        .flatMap(agent -> Optional.ofNullable(input.funds().weights().get(agent)))
        .orElse(settings.unknownWeight());
  }
}
