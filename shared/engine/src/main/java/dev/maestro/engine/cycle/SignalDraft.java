package dev.maestro.engine.cycle;

import dev.maestro.engine.capital.Holder;
import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.capital.sizing.NotionalCut;
import dev.maestro.engine.cycle.input.CycleInput;
import dev.maestro.engine.identity.SignalIdentity;
import dev.maestro.engine.name.StrategyName;
import dev.maestro.engine.name.StrategyVersion;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.number.Money;
import dev.maestro.engine.signal.Action;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.signal.Signal;
import dev.maestro.engine.throttle.mode.ThrottleMode;
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
import java.util.Set;

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
  private final Holder holder;
  private final Map<ReasonCode, String> reasons = new EnumMap<>(ReasonCode.class);
  private final List<Cut> cuts = new ArrayList<>();
  private Optional<ThrottleMode> mode = Optional.empty();
  private Optional<String> overrideReason = Optional.empty();
  private Optional<BigDecimal> exitQuantity;
  private Optional<Money> notional = Optional.empty();
  private Optional<Nonce> nonce = Optional.empty();
  private BigDecimal allocation;

  private SignalDraft(
      Signal signal,
      Optional<RegisteredStrategy> strategy,
      Kind kind,
      Optional<Symbol> symbol,
      Holder holder,
      Optional<BigDecimal> exitQuantity) {
    this.signal = signal;
    this.strategy = strategy;
    this.kind = kind;
    this.symbol = symbol;
    this.holder = holder;
    this.exitQuantity = exitQuantity;
    this.allocation =
        kind == Kind.ENTRY ? signal.allocation().orElse(BigDecimal.ZERO) : BigDecimal.ZERO;
  }

  static SignalDraft nothing(Signal signal, Optional<RegisteredStrategy> strategy) {
    return new SignalDraft(
        signal, strategy, Kind.NOTHING, signal.symbol(), Holder.NOBODY, Optional.empty());
  }

  static SignalDraft entry(Signal signal, RegisteredStrategy strategy) {
    return new SignalDraft(
        signal,
        Optional.of(strategy),
        Kind.ENTRY,
        signal.symbol(),
        Holder.of(strategy.id()),
        Optional.empty());
  }

  /** An exit of a holding, which may be nobody's. */
  static SignalDraft exit(
      Signal signal, RegisteredStrategy strategy, PositionKey held, BigDecimal quantity) {
    return new SignalDraft(
        signal,
        Optional.of(strategy),
        Kind.EXIT,
        Optional.of(held.symbol()),
        held.holder(),
        Optional.of(quantity));
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

  /** Whose holding an exit closes; of an entry, its strategy. */
  Holder holder() {
    return holder;
  }

  Optional<BigDecimal> exitQuantity() {
    return exitQuantity;
  }

  BigDecimal allocation() {
    return allocation;
  }

  boolean isDenied() {
    return !reasons.isEmpty();
  }

  /** What stands against it. */
  Set<ReasonCode> reasons() {
    return reasons.keySet();
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

  /** The entry has its capital; what made it smaller is listed behind the other cuts. */
  void reserved(Money given, List<NotionalCut> bounds) {
    notional = Optional.of(given);
    for (NotionalCut bound : bounds) {
      cuts.add(new Cut(bound.code().name(), bound.from().value(), bound.to().value()));
    }
  }

  /** The exit has its quantity, which may be less than was asked. */
  void reservedExit(Quantity quantity) {
    exitQuantity = Optional.of(quantity.value());
  }

  /** Turns a BUY entry into a HOLD. */
  void override(String reason) {
    overrideReason = Optional.of(reason);
    deny(ReasonCode.SYSTEMIC_RISK, reason);
  }

  /** The canonical name that a repeated cycle gives again; worked out once. */
  Nonce nonce(CycleInput input) {
    if (nonce.isEmpty()) {
      nonce =
          Optional.of(
              new Nonce(
                  SignalIdentity.nonce(
                      input.occasion().tenant(),
                      input.funds().account().value(),
                      signal.strategy(),
                      symbol,
                      signal.action().name(),
                      signal.signalId())));
    }
    return nonce.get();
  }

  DecidedSignal decided(SignalIdentity identity) {
    return new DecidedSignal(
        signal,
        version(),
        symbol,
        terms(),
        exitQuantity,
        mode,
        identity,
        new Verdict(outcome(), reasons));
  }

  private Optional<StrategyVersion> version() {
    return signal.version().or(() -> strategy.flatMap(RegisteredStrategy::version));
  }

  private FinalTerms terms() {
    boolean overridden = overrideReason.isPresent();
    return new FinalTerms(
        overridden ? Action.HOLD : signal.action(),
        isDenied() ? BigDecimal.ZERO : allocation,
        overridden ? BigDecimal.ZERO : signal.confidence().orElse(BigDecimal.ZERO),
        isDenied() ? Optional.empty() : notional,
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
