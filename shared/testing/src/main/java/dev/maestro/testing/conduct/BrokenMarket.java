package dev.maestro.testing.conduct;

import dev.maestro.engine.conduct.MarketPort;
import dev.maestro.engine.market.BarHistory;
import dev.maestro.engine.market.HealthRegime;
import dev.maestro.engine.market.MarketState;
import dev.maestro.engine.market.MarketThresholds;
import dev.maestro.engine.signal.MarketSnapshot;
import dev.maestro.engine.signal.Signal;
import dev.maestro.engine.signal.account.AccountSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/** A market of which a cycle learns nothing but a fault. */
public final class BrokenMarket implements MarketPort {
  @Override
  public MarketState classify(
      BarHistory bars, OptionalDouble spreadBps, MarketThresholds thresholds, Instant now) {
    throw new IllegalStateException("a market that fails");
  }

  @Override
  public List<Signal> evaluate(
      MarketSnapshot market, AccountSnapshot account, HealthRegime regime) {
    throw new IllegalStateException("a market that fails");
  }
}
