package dev.maestro.embedded.conduct;

import dev.maestro.engine.EngineVersion;
import dev.maestro.engine.conduct.Conclusion;
import dev.maestro.engine.conduct.ConductSlot;
import dev.maestro.engine.conduct.MarketPort;
import dev.maestro.engine.conduct.PolicyDesk;
import dev.maestro.engine.conduct.situation.Situation;
import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.engine.market.BarHistory;
import dev.maestro.engine.market.HealthRegime;
import dev.maestro.engine.market.MarketState;
import dev.maestro.engine.market.MarketThresholds;
import dev.maestro.engine.signal.MarketSnapshot;
import dev.maestro.engine.signal.Signal;
import dev.maestro.engine.signal.account.AccountSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A slot that is decided on its own: the deployed use case over a store that is gone afterwards.
 */
public final class OneSlot {
  private static final Duration LEASE = Duration.ofMinutes(1);

  private OneSlot() {}

  /**
   * Decides; no strategy runs in process and no bar tells a regime.
   *
   * @param now the time of the whole cycle
   */
  public static Conclusion conduct(Situation situation, Slot slot, Instant now, PolicyDesk policy) {
    MemoryCycles cycles = new MemoryCycles();
    cycles.put(situation);
    return over(cycles, now)
        .under(policy)
        .conduct(situation.facts().tenant().id(), slot, "one slot");
  }

  /** The same use case over a store that holds more than one tenant; nobody is alerted. */
  public static ConductSlot over(MemoryCycles cycles, Instant now) {
    return new ConductSlot(
        cycles,
        new SilentMarket(),
        (tenant, code, message, at) -> {},
        () -> now,
        LEASE,
        EngineVersion.CURRENT);
  }

  private static final class SilentMarket implements MarketPort {
    @Override
    public MarketState classify(
        BarHistory bars, OptionalDouble spreadBps, MarketThresholds thresholds, Instant now) {
      return MarketState.UNKNOWN;
    }

    @Override
    public List<Signal> evaluate(
        MarketSnapshot market, AccountSnapshot account, HealthRegime regime) {
      return List.of();
    }
  }
}
