package dev.maestro.engine.performance;

import dev.maestro.engine.journal.TradeWindow;
import dev.maestro.engine.journal.WindowTrade;
import dev.maestro.engine.name.AgentId;
import dev.maestro.engine.number.SampleStatistics;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What one agent's window says; unknown figures are empty, never zero.
 *
 * @param sharpe per trade, not annualised; empty if unproven or degenerate
 * @param trades usable trades in the window
 * @param statistics of the returns, fractions; empty without trades
 */
public record AgentPerformance(
    AgentId agentId,
    Standing standing,
    OptionalDouble sharpe,
    int trades,
    Optional<SampleStatistics> statistics,
    Optional<Instant> lastClosedAt) {

  /** Judges a window. */
  public static AgentPerformance of(AgentId agentId, TradeWindow window, SharpeRules rules) {
    int trades = window.size();
    if (trades == 0) {
      return new AgentPerformance(
          agentId,
          Standing.UNPROVEN,
          OptionalDouble.empty(),
          0,
          Optional.empty(),
          Optional.empty());
    }
    SampleStatistics returns = SampleStatistics.of(trades, i -> window.get(i).returnOnCapital());
    Standing standing = standing(returns, rules);
    boolean shown = standing != Standing.UNPROVEN && !returns.isDegenerate();
    return new AgentPerformance(
        agentId,
        standing,
        shown
            ? OptionalDouble.of(returns.sharpe(rules.riskFreePerTrade()))
            : OptionalDouble.empty(),
        trades,
        Optional.of(returns),
        window.newest().map(WindowTrade::closedAt));
  }

  /** Standard error of the Sharpe ratio: sqrt((1 + sharpe^2/2)/n). */
  public OptionalDouble standardError() {
    return sharpe.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(SampleStatistics.sharpeStandardError(sharpe.getAsDouble(), trades));
  }

  private static Standing standing(SampleStatistics returns, SharpeRules rules) {
    if (returns.count() < rules.minTrades()) {
      return Standing.UNPROVEN;
    }
    if (returns.isDegenerate()) {
      return returns.mean() < rules.riskFreePerTrade() ? Standing.LOSING : Standing.UNPROVEN;
    }
    return returns.sharpe(rules.riskFreePerTrade()) < 0 ? Standing.LOSING : Standing.RANKED;
  }
}
