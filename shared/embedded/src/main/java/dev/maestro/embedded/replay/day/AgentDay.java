package dev.maestro.embedded.replay.day;

import dev.maestro.engine.journal.WindowTrade;
import dev.maestro.engine.number.ExactRatio;
import java.math.BigDecimal;
import java.util.List;

/**
 * What an agent closed on a day.
 *
 * @param pnl of all its trades, account currency
 * @param capital that they used, all together, above 0
 * @param trades in any order, at least one
 */
public record AgentDay(BigDecimal pnl, BigDecimal capital, List<WindowTrade> trades) {
  /** Refuses a day that nothing can be divided by. */
  public AgentDay {
    trades = List.copyOf(trades);
    if (capital.signum() <= 0 || trades.isEmpty()) {
      throw new IllegalArgumentException(
          "a day of an agent has trades and a capital above 0, got " + capital);
    }
  }

  /** One trade, or a return where no trades are known. */
  static AgentDay of(WindowTrade trade, BigDecimal capital) {
    return new AgentDay(trade.realizedPnl(), capital, List.of(trade));
  }

  /**
   * P&amp;L / capital, a fraction: what its share of the money earns if it was spread over the
   * trades of the day. Never leverage: ten trades of 1 % each are a day of 1 %.
   */
  public double dayReturn() {
    return ExactRatio.of(pnl, capital);
  }
}
