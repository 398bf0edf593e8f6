package dev.maestro.engine.cycle;

import dev.maestro.engine.capital.Holder;
import dev.maestro.engine.capital.book.LedgerHolding;
import dev.maestro.engine.cycle.input.CycleInput;
import dev.maestro.engine.cycle.input.CycleSettings;
import dev.maestro.engine.name.StrategyName;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.signal.Action;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.signal.Signal;
import dev.maestro.engine.verdict.ReasonCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Step 3: tells entries from exits and both from what cannot be taken. A position belongs to the
 * strategy that opened it; only what a strategy itself holds can be exited by it.
 */
final class Intake {
  private final CycleInput input;
  private final boolean closesUnattributed;
  private final Map<StrategyName, RegisteredStrategy> registered = new HashMap<>();
  private final Map<Holder, List<LedgerHolding>> holdings = new HashMap<>();
  private final Set<StrategyName> ambiguous = new HashSet<>();
  private final Set<StrategyName> unreadable = new HashSet<>();

  private Intake(CycleInput input, CycleSettings settings) {
    this.input = input;
    this.closesUnattributed = settings.isExitScopeAccount();
    input
        .team()
        .strategies()
        .forEach(strategy -> registered.put(StrategyName.of(strategy.id()), strategy));
    for (LedgerHolding held : input.funds().holdings()) {
      holdings.computeIfAbsent(held.key().holder(), first -> new ArrayList<>()).add(held);
    }
    Set<StrategyName> live = new HashSet<>();
    for (Signal signal : input.team().signals()) {
      if (signal.error().isPresent()) {
        unreadable.add(signal.strategy());
      } else if (signal.isLiveAt(input.occasion().now()) && !live.add(signal.strategy())) {
        ambiguous.add(signal.strategy());
      }
    }
  }

  /** Drafts of all signals, by strategy and symbol. */
  static List<SignalDraft> take(CycleInput input, CycleSettings settings) {
    Intake intake = new Intake(input, settings);
    List<SignalDraft> drafts = new ArrayList<>();
    input.team().signals().forEach(signal -> drafts.addAll(intake.drafts(signal)));
    drafts.sort(
        Comparator.comparing(SignalDraft::strategyName)
            .thenComparing(draft -> draft.symbol().map(Symbol::value).orElse(""))
            .thenComparing(draft -> draft.signal().signalId())
            .thenComparing(draft -> draft.signal().toString()));
    return drafts;
  }

  /**
   * The signals that may count as sells: readable, fresh, of a registered strategy. One that says
   * two things counts for the worse of them, whatever becomes of its signals.
   */
  static List<Signal> countable(List<SignalDraft> drafts, Instant now) {
    return drafts.stream()
        .filter(draft -> draft.strategy().isPresent())
        .map(SignalDraft::signal)
        .filter(signal -> signal.isSelling() && !signal.isExpiredAt(now))
        .toList();
  }

  private List<SignalDraft> drafts(Signal signal) {
    Optional<RegisteredStrategy> strategy = Optional.ofNullable(registered.get(signal.strategy()));
    if (strategy.isEmpty()) {
      return List.of(
          refused(
              signal,
              strategy,
              ReasonCode.STRATEGY_NOT_ALLOWED,
              "no strategy of this name is registered"));
    }
    if (signal.error().isPresent()) {
      return List.of(refused(signal, strategy, ReasonCode.INVALID_SIGNAL, signal.error().get()));
    }
    if (signal.isExpiredAt(input.occasion().now())) {
      return List.of(
          refused(
              signal, strategy, ReasonCode.STALE_SIGNAL, "it expired at " + signal.expiresAt()));
    }
    if (ambiguous.contains(signal.strategy())) {
      return List.of(
          refused(
              signal,
              strategy,
              ReasonCode.INVALID_SIGNAL,
              "the strategy sent more than one signal, and nobody can tell which it means"));
    }
    return switch (signal.action()) {
      case HOLD -> List.of(SignalDraft.nothing(signal, strategy));
      case CLOSE_ALL -> closeAll(signal, strategy.get());
      case BUY, SELL -> List.of(trade(signal, strategy.get()));
    };
  }

  private List<SignalDraft> closeAll(Signal signal, RegisteredStrategy strategy) {
    List<SignalDraft> exits = new ArrayList<>();
    closable(strategy)
        .forEach(
            (symbol, held) -> {
              if (signal.symbol().filter(wanted -> !wanted.equals(symbol)).isEmpty()) {
                exits.add(exit(signal, strategy, held));
              }
            });
    return exits.isEmpty() ? List.of(withoutPosition(signal, strategy)) : exits;
  }

  private SignalDraft trade(Signal signal, RegisteredStrategy strategy) {
    boolean buy = signal.action() == Action.BUY;
    Symbol symbol = signal.symbol().orElseThrow();
    LedgerHolding held = closable(strategy).get(symbol);
    if (held != null && (held.sign() > 0) != buy) {
      return exit(signal, strategy, held);
    }
    boolean mayOpen = buy || (signal.opensShort() && strategy.allowShorts());
    return mayOpen ? entry(signal, strategy) : withoutPosition(signal, strategy);
  }

  /** What the strategy also said may have been the opposite, which only an exit need not care. */
  private SignalDraft entry(Signal signal, RegisteredStrategy strategy) {
    SignalDraft draft = SignalDraft.entry(signal, strategy);
    if (unreadable.contains(signal.strategy())) {
      draft.deny(
          ReasonCode.INVALID_SIGNAL, "the strategy sent another signal, which cannot be read");
    }
    return draft;
  }

  /**
   * What the strategy may close, by symbol: its own holding, or else one of nobody. There is one
   * exit per symbol, because two would bear the same nonce.
   */
  private SortedMap<Symbol, LedgerHolding> closable(RegisteredStrategy strategy) {
    SortedMap<Symbol, LedgerHolding> closable = new TreeMap<>();
    if (closesUnattributed) {
      heldBy(Holder.NOBODY).forEach(held -> closable.put(held.key().symbol(), held));
    }
    heldBy(Holder.of(strategy.id())).forEach(held -> closable.put(held.key().symbol(), held));
    return closable;
  }

  private List<LedgerHolding> heldBy(Holder holder) {
    return holdings.getOrDefault(holder, List.of());
  }

  /** At most the quantity held. */
  private static SignalDraft exit(
      Signal signal, RegisteredStrategy strategy, LedgerHolding holding) {
    BigDecimal held = holding.quantity().abs().value();
    BigDecimal quantity = signal.quantity().map(held::min).orElse(held);
    return SignalDraft.exit(signal, strategy, holding.key(), quantity);
  }

  private SignalDraft withoutPosition(Signal signal, RegisteredStrategy strategy) {
    SignalDraft draft =
        refused(
            signal,
            Optional.of(strategy),
            ReasonCode.NO_POSITION,
            "the strategy holds nothing to close"
                + (signal.action() == Action.SELL ? " and may not open a short" : ""));
    if (input.funds().ledger().isEmpty()) {
      draft.deny(ReasonCode.STALE_ACCOUNT, "the ledger cannot be read, so what is held is unknown");
    }
    return draft;
  }

  private static SignalDraft refused(
      Signal signal, Optional<RegisteredStrategy> strategy, ReasonCode code, String sentence) {
    SignalDraft draft = SignalDraft.nothing(signal, strategy);
    draft.deny(code, sentence);
    return draft;
  }
}
