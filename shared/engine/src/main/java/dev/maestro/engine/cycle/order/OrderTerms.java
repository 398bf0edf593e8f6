package dev.maestro.engine.cycle.order;

import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.capital.book.LedgerHolding;
import dev.maestro.engine.capital.intent.OrderInstructions;
import dev.maestro.engine.capital.intent.OrderType;
import dev.maestro.engine.capital.ledger.Ledger;
import dev.maestro.engine.capital.sizing.EntryTerms;
import dev.maestro.engine.cycle.input.CycleInput;
import dev.maestro.engine.meta.risk.ModeLimits;
import dev.maestro.engine.meta.risk.RiskMode;
import dev.maestro.engine.policy.EntryMode;
import dev.maestro.engine.policy.TradingPolicy;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;

/**
 * How the orders of a cycle are to be sent: DEFENSIVE entries with a limit 2 % better than the
 * price, NORMAL ones 1 % better, AGGRESSIVE ones and all exits at the market.
 */
public record OrderTerms(CycleInput.Permission permission, Instant now, String sessionId) {
  private static final int PRICE_PLACES = 10;
  private static final BigDecimal DEFENSIVE = new BigDecimal("0.02");
  private static final BigDecimal NORMAL = new BigDecimal("0.01");

  /** Of an entry. */
  public OrderInstructions entry(EntryTerms terms) {
    EntryMode mode = policy().entryMode();
    Optional<BigDecimal> limit =
        terms.entryPrice().flatMap(price -> better(mode).map(part -> limit(terms, price, part)));
    return instructions(limit.isPresent() ? OrderType.LIMIT : OrderType.MARKET, limit, false);
  }

  /**
   * Of an exit; the broker may be told to let it only reduce where that is what it does to the
   * account.
   *
   * @param asked empty: all that is held
   */
  public OrderInstructions exit(Ledger ledger, PositionKey key, Optional<Quantity> asked) {
    Optional<LedgerHolding> held = ledger.book().holdings().get(key);
    int sign = held.map(LedgerHolding::sign).orElse(0);
    Quantity quantity =
        asked.or(() -> held.map(LedgerHolding::quantity)).orElse(Quantity.ZERO).abs();
    Quantity net = Quantity.ZERO;
    for (LedgerHolding holding : ledger.book().holdings().of(key.symbol())) {
      net = net.plus(holding.quantity());
    }
    boolean isReducing = net.times(sign).compareTo(quantity) >= 0;
    return instructions(OrderType.MARKET, Optional.empty(), isReducing);
  }

  private OrderInstructions instructions(
      OrderType type, Optional<BigDecimal> limit, boolean isReduceOnly) {
    ModeLimits limits = permission.limits(now).orElse(ModeLimits.of(RiskMode.NORMAL));
    return new OrderInstructions(
        policy().entryMode(),
        policy().exitMode(),
        type,
        limit,
        BigDecimal.valueOf(limits.maxSlippagePct()),
        isReduceOnly,
        sessionId);
  }

  private TradingPolicy policy() {
    return permission.policyOrNothing(now);
  }

  private static Optional<BigDecimal> better(EntryMode mode) {
    return switch (mode) {
      case DEFENSIVE -> Optional.of(DEFENSIVE);
      case NORMAL -> Optional.of(NORMAL);
      case AGGRESSIVE -> Optional.empty();
    };
  }

  /** Lower for who buys, higher for who sells. */
  private static BigDecimal limit(EntryTerms terms, BigDecimal price, BigDecimal part) {
    BigDecimal factor =
        terms.side().sign() > 0 ? BigDecimal.ONE.subtract(part) : BigDecimal.ONE.add(part);
    return price
        .multiply(factor)
        .setScale(PRICE_PLACES, RoundingMode.HALF_EVEN)
        .stripTrailingZeros();
  }
}
