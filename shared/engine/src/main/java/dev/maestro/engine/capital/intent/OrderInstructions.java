package dev.maestro.engine.capital.intent;

import dev.maestro.engine.policy.EntryMode;
import dev.maestro.engine.policy.ExitMode;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * How an executor is to send the order of an intent. What no rule of the ledger looks at; decided
 * once, with the reservation.
 *
 * @param entryMode of the policy that the signal was approved under
 * @param exitMode how what it opens is to be closed
 * @param limitPrice above 0; there exactly for a LIMIT order
 * @param maxSlippagePct in percent of the price: worse fills are not wanted
 * @param isReduceOnly true for an exit that the broker may be told to let only reduce
 * @param sessionId of the cycle that reserved it
 */
public record OrderInstructions(
    EntryMode entryMode,
    ExitMode exitMode,
    OrderType type,
    Optional<BigDecimal> limitPrice,
    BigDecimal maxSlippagePct,
    boolean isReduceOnly,
    String sessionId) {
  /** Refuses a limit order without a limit, and a limit on another. */
  public OrderInstructions {
    if ((type == OrderType.LIMIT) != limitPrice.isPresent()) {
      throw new IllegalArgumentException(
          "a LIMIT order, and no other, has a limit price, got " + type + " and " + limitPrice);
    }
  }
}
