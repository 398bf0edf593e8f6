package dev.maestro.engine.capital.intent;

import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.number.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * One order from birth to end.
 *
 * @param token the hash of the token it was granted to; empty until it is claimed
 * @param reportBy while it is CLAIMED: silence beyond it is UNKNOWN
 */
public record Intent(
    IntentOrder order,
    IntentState state,
    FilledSoFar filled,
    Optional<TokenHash> token,
    Optional<Instant> reportBy) {
  /** Refuses a state that does not go with its token, and fills of what nobody claimed. */
  public Intent {
    if (state.wasClaimed() != token.isPresent()) {
      throw new IllegalArgumentException("a claimed intent, and no other, has a token: " + state);
    }
    boolean hasFilled = filled.quantity().signum() > 0;
    boolean isImpossible = hasFilled && !state.wasClaimed();
    boolean isMisnamed = !state.isOpen() && hasFilled != isFilled(state);
    if (isImpossible || isMisnamed) {
      throw new IllegalArgumentException(
          "an ended intent is FILLED if, and only if, something was filled: " + state);
    }
  }

  /** A new one. */
  public static Intent reserved(IntentOrder order) {
    return new Intent(
        order, IntentState.RESERVED, FilledSoFar.NOTHING, Optional.empty(), Optional.empty());
  }

  /** Its name. */
  public Nonce nonce() {
    return order.nonce();
  }

  /** Whose it is, and of what. */
  public PositionKey key() {
    return order.key();
  }

  /** What it does. */
  public OrderSide side() {
    return order.side();
  }

  /** True if it opens. */
  public boolean isEntry() {
    return order.kind() == IntentKind.ENTRY;
  }

  /** True if it closes. */
  public boolean isExit() {
    return order.kind() == IntentKind.EXIT;
  }

  /** What an exit may still fill: quantity - filled, at least 0. */
  public Quantity inFlight() {
    return order.quantity().minus(filled.quantity()).max(Quantity.ZERO);
  }

  /** What an entry still reserves: notional - filled, at least 0. */
  public Money reserved() {
    return order.notional().minus(filled.notional()).max(Money.ZERO);
  }

  /** What an entry may still take of the buying power: notional x factor - filled, at least 0. */
  public BigDecimal committed(BigDecimal overfillFactor) {
    return mostNotional(overfillFactor).subtract(filled.notional().value()).max(BigDecimal.ZERO);
  }

  /** True if it filled more than it may: an entry's notional x factor, an exit's quantity. */
  public boolean isOverfilled(BigDecimal overfillFactor) {
    return isEntry()
        ? filled.notional().value().compareTo(mostNotional(overfillFactor)) > 0
        : filled.quantity().isAbove(order.quantity());
  }

  /** Handed out to who has the token. */
  public Intent claimed(TokenHash to, Instant reportUntil) {
    return moved(IntentState.CLAIMED, Optional.of(to), Optional.of(reportUntil));
  }

  /** In another state, which {@link IntentState#mayBecome} allows. */
  public Intent ended(IntentState end) {
    return moved(end, token, Optional.empty());
  }

  /** For less than it was reserved for. */
  public Intent withQuantity(Quantity smaller) {
    return new Intent(order.withQuantity(smaller), state, filled, token, reportBy);
  }

  /** With another time until which it must be heard of. */
  public Intent reportingBy(Instant until) {
    return new Intent(order, state, filled, token, Optional.of(until));
  }

  /** With what it has filled by now. What had ended without a fill is FILLED by one. */
  public Intent withFilled(FilledSoFar now) {
    boolean isLateFill = state == IntentState.RELEASED && now.quantity().signum() > 0;
    IntentState next = isLateFill ? IntentState.FILLED : state;
    return new Intent(order, next, now, token, reportBy);
  }

  private Intent moved(
      IntentState next, Optional<TokenHash> nextToken, Optional<Instant> reportUntil) {
    if (!state.mayBecome(next)) {
      throw new IllegalStateException(nonce() + " cannot become " + next + " after " + state);
    }
    return new Intent(order, next, filled, nextToken, reportUntil);
  }

  private BigDecimal mostNotional(BigDecimal overfillFactor) {
    return order.notional().value().multiply(overfillFactor);
  }

  private static boolean isFilled(IntentState state) {
    return state == IntentState.FILLED;
  }
}
