package dev.maestro.functions.conduct;

import dev.maestro.engine.market.HealthRegime;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.signal.MarketSnapshot;
import dev.maestro.engine.signal.Signal;
import dev.maestro.engine.signal.Strategy;
import dev.maestro.engine.signal.account.AccountSnapshot;

/** A strategy that ends the process; its class is not in its jar, so nobody sees it coming. */
public final class EndingStrategy implements Strategy {
  static final String ID = "ending";

  @Override
  public StrategyId id() {
    return new StrategyId(ID);
  }

  @Override
  public Signal evaluate(MarketSnapshot market, AccountSnapshot account, HealthRegime regime) {
    Runtime.getRuntime().halt(3);
    throw new IllegalStateException("nobody is there any more");
  }
}
