package dev.maestro.engine.cycle;

import dev.maestro.engine.cycle.input.CycleInput;
import dev.maestro.engine.cycle.input.CycleSettings;
import dev.maestro.engine.name.StrategyName;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.signal.Action;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.signal.Signal;
import dev.maestro.engine.signal.account.AccountSnapshot;
import dev.maestro.engine.signal.account.Position;
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
  private final Set<StrategyName> ambiguous = new HashSet<>();
  private final Set<StrategyName> unreadable = new HashSet<>();

  private Intake(CycleInput input, CycleSettings settings) {
    this.input = input;
    this.closesUnattributed = settings.isExitScopeAccount();
    input
        .team()
        .strategies()
        .forEach(strategy -> registered.put(StrategyName.of(strategy.id()), strategy));
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
            (symbol, position) -> {
              if (signal.symbol().filter(wanted -> !wanted.equals(symbol)).isEmpty()) {
                exits.add(exit(signal, strategy, symbol, position));
              }
            });
    return exits.isEmpty() ? List.of(withoutPosition(signal, strategy)) : exits;
  }

  private SignalDraft trade(Signal signal, RegisteredStrategy strategy) {
    boolean buy = signal.action() == Action.BUY;
    Symbol symbol = signal.symbol().orElseThrow();
    Position position = closable(strategy).get(symbol);
    if (position != null && position.isLong() != buy) {
      return exit(signal, strategy, symbol, position);
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
   * What the strategy may close, by symbol: its own position, or else one of nobody. There is one
   * exit per symbol, because two would bear the same nonce. What has no name no signal closes.
   */
  private SortedMap<Symbol, Position> closable(RegisteredStrategy strategy) {
    SortedMap<Symbol, Position> closable = new TreeMap<>();
    for (Position position : positions()) {
      if (position.isOf(strategy.id())) {
        position.symbol().ifPresent(symbol -> closable.put(symbol, position));
      } else if (closesUnattributed && position.strategy().isEmpty()) {
        position.symbol().ifPresent(symbol -> closable.putIfAbsent(symbol, position));
      }
    }
    return closable;
  }

  private List<Position> positions() {
    return input.holdings().account().map(AccountSnapshot::positions).orElse(List.of());
  }

  /** At most the quantity held. */
  private static SignalDraft exit(
      Signal signal, RegisteredStrategy strategy, Symbol symbol, Position position) {
    BigDecimal held = position.quantity().abs();
    BigDecimal quantity = signal.quantity().map(held::min).orElse(held);
    return SignalDraft.exit(signal, strategy, symbol, quantity);
  }

  private SignalDraft withoutPosition(Signal signal, RegisteredStrategy strategy) {
    SignalDraft draft =
        refused(
            signal,
            Optional.of(strategy),
            ReasonCode.NO_POSITION,
            "the strategy holds nothing to close"
                + (signal.action() == Action.SELL ? " and may not open a short" : ""));
    if (input.holdings().account().isEmpty()) {
      draft.deny(ReasonCode.STALE_ACCOUNT, "the account is missing, so what is held is unknown");
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
