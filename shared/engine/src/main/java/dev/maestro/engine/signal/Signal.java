package dev.maestro.engine.signal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One typed statement of a strategy; not a decision and not an order.
 *
 * @param strategy the strategy id
 * @param symbol upper case; empty only for HOLD and for CLOSE_ALL of everything
 * @param allocation wanted share of the agent's capital, a fraction 0..1
 * @param confidence a fraction 0..1
 * @param price above 0, per unit
 * @param stopPrice above 0, per unit
 * @param opensShort true if a SELL may open a short
 * @param quantity of an exit, above 0; empty: all that is held
 * @param reasoning for people, at most 500 characters
 * @param metadata for people; decides nothing
 * @param signalId the same as long as it is the same signal
 * @param error why it could not be read; such a signal is a HOLD
 * @param entryError why it cannot be an entry; an exit does not need those fields
 */
public record Signal(
    String strategy,
    Action action,
    Optional<String> symbol,
    AssetClass assetClass,
    Optional<BigDecimal> allocation,
    Optional<BigDecimal> confidence,
    Optional<BigDecimal> price,
    Optional<BigDecimal> stopPrice,
    boolean opensShort,
    Optional<BigDecimal> quantity,
    String reasoning,
    Map<String, Object> metadata,
    String signalId,
    Instant generatedAt,
    Instant expiresAt,
    Optional<String> error,
    Optional<String> entryError) {

  /** An unreadable signal never asks for anything. */
  public Signal {
    if (error.isPresent() && action != Action.HOLD) {
      throw new IllegalArgumentException("a signal with an error is a HOLD, got " + action);
    }
  }

  /** The HOLD that stands for what could not be read: confidence 0, allocation 0. */
  public static Signal unreadable(
      String strategy, String error, String signalId, Instant generatedAt) {
    return new Signal(
        strategy,
        Action.HOLD,
        Optional.empty(),
        AssetClass.EQUITY,
        Optional.of(BigDecimal.ZERO),
        Optional.of(BigDecimal.ZERO),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        "",
        Map.of(),
        signalId,
        generatedAt,
        generatedAt.plus(SignalReader.LIFETIME),
        Optional.of(error),
        Optional.empty());
  }

  /** True if it does not count any more at the given time. */
  public boolean isExpiredAt(Instant now) {
    return !now.isBefore(expiresAt);
  }

  /** True if it asks to get out of the market, whoever holds what. */
  public boolean isSelling() {
    return action == Action.SELL || action == Action.CLOSE_ALL;
  }
}
