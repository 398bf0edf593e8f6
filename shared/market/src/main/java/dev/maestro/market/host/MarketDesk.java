package dev.maestro.market.host;

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
import dev.maestro.market.MarketClassifier;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * What a cycle asks of the market: the classifier, and the strategies and risk checks that were
 * found in jars. A check that should be there and cannot be used counts as one that leaves nothing.
 */
public final class MarketDesk implements MarketPort {
  private final StrategyHost host;
  private final List<HostedCheck> checks;
  private final boolean mayLackCheck;

  private MarketDesk(StrategyJars.Found found) {
    this.host = new StrategyHost(found.strategies());
    this.checks = found.checks();
    this.mayLackCheck = found.mayLackCheck();
  }

  /**
   * A desk with the built-in strategies, and what the jars in a folder hold.
   *
   * @param faults takes one sentence per folder, jar or entry that cannot be used
   */
  public static MarketDesk open(Optional<Path> folder, Consumer<String> faults) {
    StrategyJars.Found found = folder.map(StrategyJars::in).orElseGet(StrategyJars::builtIn);
    found.faults().forEach(faults);
    return new MarketDesk(found);
  }

  /** Stands for a check that nobody can ask. */
  private record MissingCheck() implements RiskCheck {
    @Override
    public String code() {
      return "RISK_CHECK_MISSING";
    }

    @Override
    public BigDecimal factor(Signal entry, RiskInputs inputs) {
      return BigDecimal.ZERO;
    }
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

  /** All together have 5 s for all entries of a cycle. */
  @Override
  public List<RiskCheck> riskChecks() {
    CompletableFuture<Void> deadline = StrategyHost.deadline();
    List<RiskCheck> asked = new ArrayList<>();
    checks.forEach(check -> asked.add(check.until(deadline)));
    if (mayLackCheck) {
      asked.add(new MissingCheck());
    }
    return asked;
  }

  @Override
  public MarketPort withoutLoaded() {
    StrategyJars.Found builtIn = StrategyJars.builtIn();
    return new MarketDesk(
        new StrategyJars.Found(
            builtIn.strategies(),
            builtIn.checks(),
            mayLackCheck || !checks.isEmpty(),
            builtIn.faults()));
  }
}
