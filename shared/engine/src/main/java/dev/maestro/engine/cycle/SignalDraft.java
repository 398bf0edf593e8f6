package dev.maestro.engine.cycle;

import dev.maestro.engine.identity.SignalIdentity;
import dev.maestro.engine.name.StrategyName;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.signal.Action;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.signal.Signal;
import dev.maestro.engine.throttle.ThrottleMode;
import dev.maestro.engine.verdict.Cut;
import dev.maestro.engine.verdict.DecidedSignal;
import dev.maestro.engine.verdict.FinalTerms;
import dev.maestro.engine.verdict.ReasonCode;
import dev.maestro.engine.verdict.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A signal on its way through one cycle. Steps may deny it, cut it or hold it; no step can make it
 * larger or take a denial back.
 */
final class SignalDraft {
  /** What the signal turned out to be. */
  enum Kind {
    /** It asks for nothing, or cannot. */
    NOTHING,
    /** It opens or adds to a position. */
    ENTRY,
    /** It closes what its strategy holds. */
    EXIT
  }

  private final Signal signal;
  private final Optional<RegisteredStrategy> strategy;
  private final Kind kind;
  private final Optional<Symbol> symbol;
  private final Optional<BigDecimal> exitQuantity;
  private final Map<ReasonCode, String> reasons = new EnumMap<>(ReasonCode.class);
  private final List<Cut> cuts = new ArrayList<>();
  private Optional<ThrottleMode> mode = Optional.empty();
  private Optional<String> overrideReason = Optional.empty();
  private BigDecimal allocation;

  private SignalDraft(
      Signal signal,
      Optional<RegisteredStrategy> strategy,
      Kind kind,
      Optional<Symbol> symbol,
      Optional<BigDecimal> exitQuantity) {
    this.signal = signal;
    this.strategy = strategy;
    this.kind = kind;
    this.symbol = symbol;
    this.exitQuantity = exitQuantity;
    this.allocation =
        kind == Kind.ENTRY ? signal.allocation().orElse(BigDecimal.ZERO) : BigDecimal.ZERO;
  }

  static SignalDraft nothing(Signal signal, Optional<RegisteredStrategy> strategy) {
    return new SignalDraft(signal, strategy, Kind.NOTHING, signal.symbol(), Optional.empty());
  }

  static SignalDraft entry(Signal signal, RegisteredStrategy strategy) {
    return new SignalDraft(
        signal, Optional.of(strategy), Kind.ENTRY, signal.symbol(), Optional.empty());
  }

  static SignalDraft exit(
      Signal signal, RegisteredStrategy strategy, Symbol symbol, BigDecimal quantity) {
    return new SignalDraft(
        signal, Optional.of(strategy), Kind.EXIT, Optional.of(symbol), Optional.of(quantity));
  }

  Signal signal() {
    return signal;
  }

  StrategyName strategyName() {
    return signal.strategy();
  }

  Optional<RegisteredStrategy> strategy() {
    return strategy;
  }

  Optional<Symbol> symbol() {
    return symbol;
  }

  boolean isEntry() {
    return kind == Kind.ENTRY;
  }

  boolean isExit() {
    return kind == Kind.EXIT;
  }

  BigDecimal allocation() {
    return allocation;
  }

  boolean isDenied() {
    return !reasons.isEmpty();
  }

  void deny(ReasonCode code, String sentence) {
    reasons.putIfAbsent(code, sentence);
  }

  void setMode(ThrottleMode decided) {
    mode = Optional.of(decided);
  }

  /** Multiplies the allocation with a factor of 0..1. */
  void cut(String code, BigDecimal factor) {
    BigDecimal smaller = allocation.multiply(factor).min(allocation);
    if (smaller.compareTo(allocation) < 0) {
      cuts.add(new Cut(code, allocation, smaller));
      allocation = smaller;
    }
  }

  /** Turns a BUY entry into a HOLD. */
  void override(String reason) {
    overrideReason = Optional.of(reason);
    deny(ReasonCode.SYSTEMIC_RISK, reason);
  }

  /** The canonical name that a repeated cycle gives again. */
  String nonce(TenantId tenant, String account) {
    return SignalIdentity.nonce(
        tenant, account, signal.strategy(), symbol, signal.action().name(), signal.signalId());
  }

  DecidedSignal decided(SignalIdentity identity) {
    return new DecidedSignal(
        signal, symbol, terms(), exitQuantity, mode, identity, new Verdict(outcome(), reasons));
  }

  private FinalTerms terms() {
    boolean overridden = overrideReason.isPresent();
    return new FinalTerms(
        overridden ? Action.HOLD : signal.action(),
        isDenied() ? BigDecimal.ZERO : allocation,
        overridden ? BigDecimal.ZERO : signal.confidence().orElse(BigDecimal.ZERO),
        overrideReason,
        isDenied() ? List.of() : cuts);
  }

  private Verdict.Outcome outcome() {
    if (isDenied()) {
      return Verdict.Outcome.DENIED;
    }
    return kind == Kind.NOTHING ? Verdict.Outcome.HOLD : Verdict.Outcome.APPROVED;
  }
}
