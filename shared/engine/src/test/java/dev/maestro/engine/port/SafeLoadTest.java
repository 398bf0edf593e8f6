package dev.maestro.engine.port;

import static dev.maestro.engine.name.Named.strategies;
import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.signal.Action;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.signal.Signal;
import dev.maestro.engine.throttle.PerformanceReading;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class SafeLoadTest {
  private static final Instant NOW = Instant.parse("2026-01-05T15:00:00Z");
  private static final List<RegisteredStrategy> STRATEGIES =
      strategies("bad", "good").stream()
          .map(id -> RegisteredStrategy.live(id, new Uid("u")))
          .toList();

  @Test
  void a_signal_store_that_throws_for_one_strategy_costs_only_its_signal() {
    LoadSignalPort store =
        strategy -> {
          if (strategy.value().equals("bad")) {
            throw new IllegalStateException("lost connection");
          }
          return Optional.of(Map.of("action", "SELL", "symbol", "SPY"));
        };
    List<Signal> signals = SafeLoad.signals(STRATEGIES, store, NOW);
    assertThat(signals).extracting(Signal::action).containsExactly(Action.HOLD, Action.SELL);
    assertThat(signals.get(0).error())
        .hasValueSatisfying(error -> assertThat(error).contains("lost connection"));
  }

  @Test
  void a_performance_store_that_throws_is_unavailable_and_not_a_new_strategy() {
    LoadClosedDaysPort store =
        strategy -> {
          if (strategy.value().equals("bad")) {
            throw new IllegalStateException("lost connection");
          }
          return List.of();
        };
    SortedMap<StrategyId, PerformanceReading> readings = SafeLoad.performance(STRATEGIES, store);
    assertThat(readings)
        .containsEntry(new StrategyId("bad"), new PerformanceReading.Unavailable("lost connection"))
        .containsEntry(new StrategyId("good"), new PerformanceReading.Rows(List.of()));
  }
}
