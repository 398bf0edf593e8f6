package dev.maestro.firestore.wrong;

import dev.maestro.engine.conduct.MarketPort;
import dev.maestro.engine.market.BarHistory;
import dev.maestro.engine.market.HealthRegime;
import dev.maestro.engine.market.MarketState;
import dev.maestro.engine.market.MarketThresholds;
import dev.maestro.engine.market.Volatility;
import dev.maestro.engine.signal.MarketSnapshot;
import dev.maestro.engine.signal.Signal;
import dev.maestro.engine.signal.account.AccountSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/** Calm as long as no bar is wild; unknown with few bars. */
final class BarsMarket implements MarketPort {
  private static final int FEWEST = 30;
  private static final double WILD = 0.2;

  @Override
  public MarketState classify(
      BarHistory bars, OptionalDouble spreadBps, MarketThresholds thresholds, Instant now) {
    if (bars.bars().size() < FEWEST) {
      return MarketState.UNKNOWN;
    }
    boolean isWild =
        bars.bars().stream().anyMatch(bar -> (bar.high() - bar.low()) / bar.close() > WILD);
    return new MarketState(HealthRegime.RANGING, isWild ? Volatility.EXTREME : Volatility.NORMAL);
  }

  @Override
  public List<Signal> evaluate(
      MarketSnapshot market, AccountSnapshot account, HealthRegime regime) {
    return List.of();
  }
}
