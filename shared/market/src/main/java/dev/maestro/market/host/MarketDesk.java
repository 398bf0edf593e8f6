package dev.maestro.market.host;

import dev.maestro.engine.conduct.MarketPort;
import dev.maestro.engine.market.BarHistory;
import dev.maestro.engine.market.HealthRegime;
import dev.maestro.engine.market.MarketState;
import dev.maestro.engine.market.MarketThresholds;
import dev.maestro.engine.signal.MarketSnapshot;
import dev.maestro.engine.signal.Signal;
import dev.maestro.engine.signal.account.AccountSnapshot;
import dev.maestro.market.MarketClassifier;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** What a cycle asks of the market: the classifier, and the strategies that were found in jars. */
public final class MarketDesk implements MarketPort {
  private final StrategyHost host;

  /** A desk with these strategies. */
  public MarketDesk(StrategyHost host) {
    this.host = host;
  }

  /**
   * A desk with the built-in strategies, and those of the jars in a folder.
   *
   * @param faults takes one sentence per jar or entry that cannot be used
   */
  public static MarketDesk open(Optional<Path> folder, Consumer<String> faults) {
    StrategyJars.Found found = folder.map(StrategyJars::in).orElseGet(StrategyJars::builtIn);
    found.faults().forEach(faults);
    return new MarketDesk(new StrategyHost(found.strategies()));
  }

  @Override
  public MarketState classify(
      BarHistory bars, OptionalDouble spreadBps, MarketThresholds thresholds, Instant now) {
    return MarketClassifier.classify(bars, spreadBps, thresholds, now);
  }

  @Override
  public List<Signal> evaluate(
      MarketSnapshot market, AccountSnapshot account, HealthRegime regime) {
    return host.evaluate(market, account, regime);
  }
}
