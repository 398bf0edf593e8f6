package dev.maestro.embedded.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.port.SafeLoad;
import dev.maestro.engine.signal.Action;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.signal.Signal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MemorySignalStoreTest {
  private static final Instant NOW = Instant.parse("2026-01-05T15:00:00Z");
  private static final List<RegisteredStrategy> STRATEGIES =
      List.of(
          RegisteredStrategy.live(new StrategyId("bot"), new Uid("u")),
          RegisteredStrategy.live(new StrategyId("quiet"), new Uid("u")));

  private final MemorySignalStore store = new MemorySignalStore();

  private List<Signal> signals() {
    return SafeLoad.signals(STRATEGIES, store, NOW);
  }

  @Test
  void the_newest_signal_of_a_strategy_counts_and_silence_is_no_signal() {
    store.store(new StrategyId("bot"), Map.of("action", "SELL", "symbol", "SPY"));
    store.store(new StrategyId("bot"), Map.of("action", "HOLD"));
    assertThat(signals()).singleElement().extracting(Signal::action).isEqualTo(Action.HOLD);
  }

  @Test
  void an_old_signal_is_still_there_and_has_expired() {
    store.store(
        new StrategyId("bot"),
        Map.of("action", "SELL", "symbol", "SPY", "generated_at", "2026-01-05T14:49:59Z"));
    assertThat(signals()).singleElement().matches(signal -> signal.isExpiredAt(NOW));
  }

  @Test
  void what_is_no_signal_is_an_error_hold_by_name() {
    store.store(new StrategyId("bot"), "BUY BUY BUY");
    assertThat(signals())
        .singleElement()
        .satisfies(signal -> assertThat(signal.error()).isPresent())
        .extracting(Signal::strategy)
        .isEqualTo(new StrategyId("bot"));
  }
}
