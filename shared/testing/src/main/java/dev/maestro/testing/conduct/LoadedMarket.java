package dev.maestro.testing.conduct;

import dev.maestro.engine.conduct.MarketPort;
import dev.maestro.engine.market.BarHistory;
import dev.maestro.engine.market.HealthRegime;
import dev.maestro.engine.market.MarketState;
import dev.maestro.engine.market.MarketThresholds;
import dev.maestro.engine.signal.MarketSnapshot;
import dev.maestro.engine.signal.Signal;
import dev.maestro.engine.signal.account.AccountSnapshot;
import dev.maestro.engine.systemic.RiskCheck;
import dev.maestro.engine.systemic.RiskInputs;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/** A calm market with a loaded risk check that halves entries. */
public final class LoadedMarket implements MarketPort {
  /** The code of its check. */
  public static final String CODE = "LOADED_CHECK";

  private final MarketPort calm = new CalmMarket();

  private record Halving() implements RiskCheck {
    @Override
    public String code() {
      return CODE;
    }

    @Override
    public BigDecimal factor(Signal entry, RiskInputs inputs) {
      return new BigDecimal("0.5");
    }
  }

  @Override
  public MarketState classify(
      BarHistory bars, OptionalDouble spreadBps, MarketThresholds thresholds, Instant now) {
    return calm.classify(bars, spreadBps, thresholds, now);
  }

  @Override
  public List<Signal> evaluate(
      MarketSnapshot market, AccountSnapshot account, HealthRegime regime) {
    return calm.evaluate(market, account, regime);
  }

  @Override
  public List<RiskCheck> riskChecks() {
    return List.of(new Halving());
  }

  @Override
  public MarketPort withoutLoaded() {
    return calm;
  }
}
