package dev.maestro.engine.signal;

import dev.maestro.engine.name.StrategyName;
import dev.maestro.engine.name.StrategyVersion;
import dev.maestro.engine.name.Symbol;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One typed statement of a strategy; not a decision and not an order.
 *
 * @param strategy as it is signed
 * @param symbol empty only for HOLD and for CLOSE_ALL of everything
 * @param allocation wanted share of the agent's capital, a fraction 0..1
 * @param confidence a fraction 0..1
 * @param price above 0, per unit
 * @param stopPrice above 0, per unit
 * @param opensShort true if a SELL may open a short
 * @param quantity of an exit, above 0; empty: all that is held
 * @param reasoning for people, at most 500 characters
 * @param metadata for people; decides nothing
 * @param version of what speaks for the strategy; empty: it does not say
 * @param signalId the same as long as it is the same signal
 * @param error why it could not be read; such a signal is a HOLD
 * @param entryError why it cannot be an entry; an exit does not need those fields
 */
public record Signal(
    StrategyName strategy,
    Action action,
    Optional<Symbol> symbol,
    AssetClass assetClass,
    Optional<BigDecimal> allocation,
    Optional<BigDecimal> confidence,
    Optional<BigDecimal> price,
    Optional<BigDecimal> stopPrice,
    boolean opensShort,
    Optional<BigDecimal> quantity,
    String reasoning,
    Map<String, Object> metadata,
    Optional<StrategyVersion> version,
    String signalId,
    Instant generatedAt,
    Instant expiresAt,
    Optional<String> error,
    Optional<String> entryError) {

  /** A signal lives at most so long. */
  public static final Duration LIFETIME = Duration.ofMinutes(10);

  /** Characters of reasoning that are kept. */
  public static final int MAX_REASONING = 500;

  /** Checks every range; an unreadable signal never asks for anything. */
  public Signal {
    require(error.isEmpty() || action == Action.HOLD, "a signal with an error is a HOLD", action);
    require(
        symbol.isPresent() || action == Action.HOLD || action == Action.CLOSE_ALL,
        "BUY and SELL need a symbol",
        action);
    requireFraction("allocation", allocation);
    requireFraction("confidence", confidence);
    requirePositive("price", price);
    requirePositive("stop_price", stopPrice);
    requirePositive("quantity", quantity);
    require(
        reasoning.length() <= MAX_REASONING,
        "reasoning has at most " + MAX_REASONING + " characters",
        reasoning.length());
    if (expiresAt.isAfter(generatedAt.plus(LIFETIME))) {
      require(false, "a signal expires at most 10 minutes after " + generatedAt, expiresAt);
    }
  }

  private static void requireFraction(String name, Optional<BigDecimal> value) {
    require(
        value.filter(v -> v.signum() < 0 || v.compareTo(BigDecimal.ONE) > 0).isEmpty(),
        name + " must be from 0 to 1",
        value);
  }

  private static void requirePositive(String name, Optional<BigDecimal> value) {
    require(value.filter(v -> v.signum() <= 0).isEmpty(), name + " must be above 0", value);
  }

  private static void require(boolean condition, String rule, Object got) {
    if (!condition) {
      throw new IllegalArgumentException(rule + ", got " + got);
    }
  }

  /** The HOLD that stands for what could not be read: confidence 0, allocation 0. */
  public static Signal unreadable(
      StrategyName strategy, String error, String signalId, Instant generatedAt) {
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
        Optional.empty(),
        signalId,
        generatedAt,
        generatedAt.plus(LIFETIME),
        Optional.of(error),
        Optional.empty());
  }

  /** The same, which counts no longer than until then. */
  Signal until(Optional<Instant> end) {
    return new Signal(
        strategy,
        action,
        symbol,
        assetClass,
        allocation,
        confidence,
        price,
        stopPrice,
        opensShort,
        quantity,
        reasoning,
        metadata,
        version,
        signalId,
        generatedAt,
        end.filter(expiresAt::isAfter).orElse(expiresAt),
        error,
        entryError);
  }

  /** True if it does not count any more at the given time. */
  public boolean isExpiredAt(Instant now) {
    return !now.isBefore(expiresAt);
  }

  /** True if it could be read and still counts. */
  public boolean isLiveAt(Instant now) {
    return error.isEmpty() && !isExpiredAt(now);
  }

  /** True if it asks to get out of the market, whoever holds what. */
  public boolean isSelling() {
    return action == Action.SELL || action == Action.CLOSE_ALL;
  }
}
