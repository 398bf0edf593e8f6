package dev.maestro.engine.meta.selection;

import dev.maestro.engine.meta.health.ClosedTrade;
import dev.maestro.engine.meta.health.ClosedTrades;
import dev.maestro.engine.number.ExactRatio;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a strategy's trades of the last 30 days say; an unknown figure is empty and earns nothing.
 *
 * @param profitFactor gross profit / gross loss, 0 or more; 10 without a loss, 0 without trades
 * @param winRate a fraction 0..1; break-even is no win
 * @param maxDrawdownPct largest peak-to-trough of the cumulated P&amp;L, percent of the capital
 *     base, 0 or more
 * @param trades closed trades, 0 or more
 * @param averageR mean of P&amp;L / risk amount over the trades that have one
 */
public record StrategyFigures(
    OptionalDouble profitFactor,
    OptionalDouble winRate,
    OptionalDouble maxDrawdownPct,
    int trades,
    OptionalDouble averageR,
    BigDecimal totalPnl) {

  private static final double PROFIT_FACTOR_WITHOUT_LOSS = 10;

  /** Checks the ranges. */
  public StrategyFigures {
    require("profit_factor", profitFactor, Double.MAX_VALUE);
    require("winrate", winRate, 1);
    require("max_drawdown_pct", maxDrawdownPct, Double.MAX_VALUE);
    if (trades < 0) {
      throw new IllegalArgumentException("total_trades must be 0 or more, got " + trades);
    }
  }

  /**
   * The figures of one strategy.
   *
   * @param trades of the strategy, all of which count
   * @param capitalBase above 0, in account currency
   */
  public static StrategyFigures of(ClosedTrades trades, BigDecimal capitalBase) {
    if (capitalBase.signum() <= 0) {
      throw new IllegalArgumentException("a capital base must be above 0, got " + capitalBase);
    }
    List<ClosedTrade> all = trades.newestFirst();
    long wins = all.stream().filter(ClosedTrade::isWin).count();
    return new StrategyFigures(
        OptionalDouble.of(profitFactor(all)),
        all.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of((double) wins / all.size()),
        OptionalDouble.of(100 * ExactRatio.of(deepestFall(all), capitalBase)),
        all.size(),
        trades.averageR(),
        all.stream().map(ClosedTrade::realizedPnl).reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  private static double profitFactor(List<ClosedTrade> trades) {
    if (trades.isEmpty()) {
      return 0;
    }
    BigDecimal profit = BigDecimal.ZERO;
    BigDecimal loss = BigDecimal.ZERO;
    for (ClosedTrade trade : trades) {
      profit = profit.add(trade.realizedPnl().max(BigDecimal.ZERO));
      loss = loss.subtract(trade.realizedPnl().min(BigDecimal.ZERO));
    }
    return loss.signum() == 0 ? PROFIT_FACTOR_WITHOUT_LOSS : ExactRatio.of(profit, loss);
  }

  /** The peak is never below the start. */
  private static BigDecimal deepestFall(List<ClosedTrade> newestFirst) {
    BigDecimal cumulated = BigDecimal.ZERO;
    BigDecimal peak = BigDecimal.ZERO;
    BigDecimal deepest = BigDecimal.ZERO;
    for (int i = newestFirst.size() - 1; i >= 0; i--) {
      cumulated = cumulated.add(newestFirst.get(i).realizedPnl());
      peak = peak.max(cumulated);
      deepest = deepest.max(peak.subtract(cumulated));
    }
    return deepest;
  }

  private static void require(String name, OptionalDouble value, double max) {
    if (value.isPresent() && !(0 <= value.getAsDouble() && value.getAsDouble() <= max)) {
      throw new IllegalArgumentException(
          name + " must be from 0 to " + max + ", got " + value.getAsDouble());
    }
  }
}
