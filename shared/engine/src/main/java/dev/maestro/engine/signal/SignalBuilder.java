package dev.maestro.engine.signal;

import dev.maestro.engine.name.StrategyName;
import dev.maestro.engine.name.Symbol;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A readable signal while its fields are read; what is not set is absent. */
final class SignalBuilder {
  private final StrategyName strategy;
  private final Action action;
  private final Instant generatedAt;
  private Instant expiresAt;
  private Optional<Symbol> symbol = Optional.empty();
  private AssetClass assetClass = AssetClass.EQUITY;
  private EntryFields entry = EntryFields.NONE;
  private Optional<BigDecimal> quantity = Optional.empty();
  private String reasoning = "";
  private Map<String, Object> metadata = Map.of();
  private Optional<String> signalId = Optional.empty();

  SignalBuilder(StrategyName strategy, Action action, Instant generatedAt) {
    this.strategy = strategy;
    this.action = action;
    this.generatedAt = generatedAt;
    this.expiresAt = generatedAt.plus(Signal.LIFETIME);
  }

  SignalBuilder symbol(Optional<Symbol> given) {
    symbol = given;
    return this;
  }

  SignalBuilder assetClass(AssetClass given) {
    assetClass = given;
    return this;
  }

  SignalBuilder entry(EntryFields given) {
    entry = given;
    return this;
  }

  SignalBuilder quantity(Optional<BigDecimal> given) {
    quantity = given;
    return this;
  }

  SignalBuilder reasoning(String given) {
    reasoning = given;
    return this;
  }

  SignalBuilder metadata(Map<String, Object> given) {
    metadata = given;
    return this;
  }

  SignalBuilder signalId(Optional<String> given) {
    signalId = given;
    return this;
  }

  SignalBuilder expiresAt(Optional<Instant> given) {
    expiresAt = given.filter(time -> time.isBefore(expiresAt)).orElse(expiresAt);
    return this;
  }

  /**
   * The signal.
   *
   * @param entryError why it cannot be an entry, beside what its entry fields say themselves
   */
  Signal build(Optional<String> entryError) {
    return new Signal(
        strategy,
        action,
        symbol,
        assetClass,
        entry.allocation(),
        entry.confidence(),
        entry.price(),
        entry.stopPrice(),
        entry.opensShort(),
        quantity,
        reasoning,
        metadata,
        entry.version(),
        signalId.orElseGet(generatedAt::toString),
        generatedAt,
        expiresAt,
        Optional.empty(),
        entryError.or(entry::error).or(() -> entry.stopError(action)));
  }
}
