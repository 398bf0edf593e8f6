package dev.maestro.engine.capital.sizing;

import dev.maestro.engine.capital.OrderSide;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a signal and the policy say about one entry, after throttle and risk checks.
 *
 * @param weight of the strategy's agent, a fraction
 * @param allocation a fraction of the agent's capital
 * @param price the signal's
 * @param stopPrice where the position would be given up
 * @param last the close of the newest closed bar
 * @param maxRiskPct what the entry may lose at its stop, in percent of equity
 * @param totalExposureLimit what may be held and reserved in all, in percent of equity
 */
public record EntryTerms(
    OrderSide side,
    BigDecimal weight,
    BigDecimal allocation,
    Optional<BigDecimal> price,
    Optional<BigDecimal> stopPrice,
    Optional<BigDecimal> last,
    BigDecimal maxRiskPct,
    BigDecimal totalExposureLimit) {
  /** The price that counts: the signal's, else that of the newest bar if it is one. */
  public Optional<BigDecimal> entryPrice() {
    return price.isPresent() ? price : barPrice();
  }

  /** The price of the newest bar; what is not above 0 is none. */
  Optional<BigDecimal> barPrice() {
    return last.filter(bar -> bar.signum() > 0);
  }
}
