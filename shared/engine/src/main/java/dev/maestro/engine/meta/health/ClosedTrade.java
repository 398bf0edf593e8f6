package dev.maestro.engine.meta.health;

import dev.maestro.engine.name.Symbol;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * What health and scores need of a closed trade.
 *
 * @param tradeId unique among the trades it stands with
 * @param realizedPnl net of costs, in account currency
 * @param symbol what was traded, if the journal says so
 * @param riskAmount above 0, what the trade put at risk, in account currency; the R of R multiples
 */
public record ClosedTrade(
    String tradeId,
    String strategyId,
    Optional<Symbol> symbol,
    Instant closedAt,
    BigDecimal realizedPnl,
    Optional<BigDecimal> riskAmount) {

  static final Comparator<ClosedTrade> NEWEST_FIRST =
      Comparator.comparing(ClosedTrade::closedAt).thenComparing(ClosedTrade::tradeId).reversed();

  /** Refuses a risk that nothing can be measured by. */
  public ClosedTrade {
    if (riskAmount.filter(risk -> risk.signum() <= 0).isPresent()) {
      throw new IllegalArgumentException(
          "a risk amount must be above 0 or absent, got " + riskAmount.get());
    }
  }

  /** A trade of a symbol that nobody named. */
  public ClosedTrade(
      String tradeId,
      String strategyId,
      Instant closedAt,
      BigDecimal realizedPnl,
      Optional<BigDecimal> riskAmount) {
    this(tradeId, strategyId, Optional.empty(), closedAt, realizedPnl, riskAmount);
  }

  /** True for a profit; break-even is none. */
  public boolean isWin() {
    return realizedPnl.signum() > 0;
  }

  /** True for a loss; break-even is none. */
  public boolean isLoss() {
    return realizedPnl.signum() < 0;
  }
}
