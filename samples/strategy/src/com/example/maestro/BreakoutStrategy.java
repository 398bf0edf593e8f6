package com.example.maestro;

import dev.maestro.engine.market.Bar;
import dev.maestro.engine.market.BarHistory;
import dev.maestro.engine.market.HealthRegime;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.signal.Action;
import dev.maestro.engine.signal.MarketSnapshot;
import dev.maestro.engine.signal.Signal;
import dev.maestro.engine.signal.Signals;
import dev.maestro.engine.signal.Strategy;
import dev.maestro.engine.signal.account.AccountSnapshot;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * Buys what closes above the highest price of the 20 bars before, and closes what falls below their
 * lowest. Stale or too few bars: nothing is known, so nothing is done.
 */
public final class BreakoutStrategy implements Strategy {
  private static final StrategyId ID = new StrategyId("breakout");
  private static final int BARS = 20;

  @Override
  public StrategyId id() {
    return ID;
  }

  @Override
  public Signal evaluate(MarketSnapshot market, AccountSnapshot account, HealthRegime regime) {
    for (Map.Entry<Symbol, BarHistory> entry : market.bars().entrySet()) {
      Symbol symbol = entry.getKey();
      BarHistory history = entry.getValue();
      int size = history.bars().size();
      if (size <= BARS || !history.isFreshAt(market.asOf())) {
        continue;
      }
      List<Bar> before = history.bars().subList(size - 1 - BARS, size - 1);
      double close = history.bars().get(size - 1).close();
      double highest = before.stream().mapToDouble(Bar::high).max().orElseThrow();
      double lowest = before.stream().mapToDouble(Bar::low).min().orElseThrow();
      boolean isHeld =
          account.positions().stream()
              .filter(held -> held.strategy().filter(ID::equals).isPresent())
              .anyMatch(held -> held.symbol().filter(symbol::equals).isPresent());
      if (isHeld && close < lowest) {
        return Signals.close(ID, symbol, "Closed below the 20-bar low.", market.asOf());
      }
      if (!isHeld && close > highest) {
        return Signals.open(
            ID,
            Action.BUY,
            symbol,
            new BigDecimal("0.25"),
            new BigDecimal("0.7"),
            BigDecimal.valueOf(close),
            BigDecimal.valueOf(lowest),
            "Closed above the 20-bar high.",
            market.asOf());
      }
    }
    return Signals.hold(ID, "No breakout.", market.asOf());
  }
}
