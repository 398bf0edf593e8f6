package dev.maestro.functions.conduct;

import dev.maestro.engine.market.HealthRegime;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.signal.MarketSnapshot;
import dev.maestro.engine.signal.Signal;
import dev.maestro.engine.signal.Strategy;
import dev.maestro.engine.signal.account.AccountSnapshot;
import java.util.concurrent.locks.LockSupport;

/** A strategy that never answers, so that a cycle lasts until its deadline of 5 s. */
public final class HangingStrategy implements Strategy {
  static final String ID = "hanging";

  @Override
  public StrategyId id() {
    return new StrategyId(ID);
  }

  @Override
  public Signal evaluate(MarketSnapshot market, AccountSnapshot account, HealthRegime regime) {
    while (!Thread.currentThread().isInterrupted()) {
      LockSupport.park();
    }
    throw new IllegalStateException("interrupted");
  }
}
