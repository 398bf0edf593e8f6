package dev.maestro.engine.policy.gather;

import dev.maestro.engine.form.Reading;
import dev.maestro.engine.meta.health.RollingTrades;
import dev.maestro.engine.number.Fraction;
import dev.maestro.engine.policy.input.TradingCosts;
import java.util.Optional;

/**
 * What the policy inputs are gathered from; each source is empty if it is missing or unreadable.
 *
 * @param market known for 3 bar lengths
 * @param account known for 15 minutes
 * @param trades known for a day, if they are whole
 * @param costs not used if missing
 * @param ensembleQuality likewise
 */
public record PolicySources(
    Optional<Dated<MarketReading>> market,
    Optional<Dated<AccountReading>> account,
    Optional<Dated<Trades>> trades,
    Optional<Dated<TradingCosts>> costs,
    Optional<Dated<Reading<Fraction>>> ensembleQuality) {

  /**
   * A tenant's closed trades.
   *
   * @param known as far as they can be read
   * @param isWhole false if there may be others, so that nobody knows which are the newest: streaks
   *     are unknown then, while bad symbols stay bad
   */
  public record Trades(RollingTrades known, boolean isWhole) {}

  /** Nothing is known. */
  public static final PolicySources NONE =
      new PolicySources(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
