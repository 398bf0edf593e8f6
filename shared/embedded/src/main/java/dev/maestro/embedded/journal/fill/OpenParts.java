package dev.maestro.embedded.journal.fill;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * What is open of one position, in the order in which it was opened. The arithmetic is that of the
 * ledger's holdings, without its limits of decimal places: a part takes its share of the fees with
 * it pro rata, and what is left keeps the rest.
 */
final class OpenParts {
  /** One opening execution, or what is left of it. */
  private record Part(Execution open, BigDecimal quantity, BigDecimal fee) {}

  private final Deque<Part> parts = new ArrayDeque<>();

  boolean isEmpty() {
    return parts.isEmpty();
  }

  /** 1 for a long, -1 for a short, 0 for nothing. */
  int sign() {
    Part first = parts.peekFirst();
    return first == null ? 0 : first.open().sign();
  }

  void open(Execution execution, BigDecimal quantity, BigDecimal fee) {
    parts.addLast(new Part(execution, quantity, fee));
  }

  BigDecimal quantity() {
    return parts.stream().map(Part::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Closes as much as is open of what an execution closes; the rest of it is the caller's. */
  Optional<RoundTrip> close(Execution close) {
    BigDecimal left = close.quantity();
    BigDecimal closed = BigDecimal.ZERO;
    BigDecimal cost = BigDecimal.ZERO;
    BigDecimal gross = BigDecimal.ZERO;
    BigDecimal entryFees = BigDecimal.ZERO;
    String agent = close.agent();
    Instant openedAt = close.at();
    int sign = sign();
    while (left.signum() > 0 && !parts.isEmpty()) {
      Part first = parts.removeFirst();
      BigDecimal size = left.min(first.quantity());
      BigDecimal fee = share(first.fee(), size, first.quantity());
      if (closed.signum() == 0) {
        agent = first.open().agent();
        openedAt = first.open().at();
      }
      BigDecimal price = first.open().price();
      BigDecimal move = close.price().subtract(price).multiply(BigDecimal.valueOf(sign));
      gross = gross.add(move.multiply(size).multiply(close.multiplier()));
      cost = cost.add(price.multiply(size));
      entryFees = entryFees.add(fee);
      closed = closed.add(size);
      left = left.subtract(size);
      BigDecimal rest = first.quantity().subtract(size);
      if (rest.signum() > 0) {
        parts.addFirst(new Part(first.open(), rest, first.fee().subtract(fee)));
      }
    }
    if (closed.signum() == 0) {
      return Optional.empty();
    }
    BigDecimal exitFee = share(close.fee(), closed, close.quantity());
    BigDecimal pnl = close.pnl().orElse(gross).subtract(entryFees).subtract(exitFee);
    return Optional.of(new RoundTrip(close, agent, sign, closed, cost, pnl, openedAt));
  }

  /** The share of an amount that goes with a part; all of it with the whole. */
  static BigDecimal share(BigDecimal amount, BigDecimal part, BigDecimal whole) {
    return amount.signum() == 0 || part.compareTo(whole) == 0
        ? amount
        : amount.multiply(part).divide(whole, MathContext.DECIMAL128);
  }
}
