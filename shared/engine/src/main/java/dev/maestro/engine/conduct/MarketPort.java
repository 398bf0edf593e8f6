package dev.maestro.engine.conduct;

import dev.maestro.engine.conduct.situation.Situation;
import dev.maestro.engine.conduct.standing.TenantStanding;
import dev.maestro.engine.market.BarHistory;
import dev.maestro.engine.market.HealthRegime;
import dev.maestro.engine.market.MarketState;
import dev.maestro.engine.market.MarketThresholds;
import dev.maestro.engine.signal.MarketSnapshot;
import dev.maestro.engine.signal.Signal;
import dev.maestro.engine.signal.account.AccountSnapshot;
import dev.maestro.engine.systemic.RiskCheck;
import dev.maestro.engine.tenant.TenantConfig;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What bars say, and what the strategies that run in process make of them. */
public interface MarketPort {
  /**
   * Regime and volatility.
   *
   * @param spreadBps basis points; empty if unknown
   */
  MarketState classify(
      BarHistory bars, OptionalDouble spreadBps, MarketThresholds thresholds, Instant now);

  /** Regime and volatility of a tenant's benchmark; unknown where it has none, or no bars of it. */
  default MarketState stateOf(Situation situation, Instant now) {
    TenantConfig config = situation.facts().config();
    return config
        .market()
        .benchmark()
        .flatMap(symbol -> Optional.ofNullable(situation.market().symbols().get(symbol)))
        .map(
            benchmark ->
                classify(
                    benchmark.bars().closedBy(now),
                    benchmark.spreadBps(),
                    TenantStanding.thresholds(config),
                    now))
        .orElse(MarketState.UNKNOWN);
  }

  /** One signal per strategy in process; whatever goes wrong in one costs only itself. */
  List<Signal> evaluate(MarketSnapshot market, AccountSnapshot account, HealthRegime regime);

  /** The checks of entries that run in process, for one cycle; they can only tighten. */
  default List<RiskCheck> riskChecks() {
    return List.of();
  }

  /**
   * The same market without what was loaded from outside, for a slot that somebody took and did not
   * finish: loaded strategies are not asked, and loaded checks leave nothing of an entry.
   */
  default MarketPort withoutLoaded() {
    return this;
  }
}
