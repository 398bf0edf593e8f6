package dev.maestro.engine.port;

import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.signal.Signal;
import dev.maestro.engine.signal.SignalReader;
import dev.maestro.engine.throttle.PerformanceReading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Loads through the ports; a store that fails costs what it holds, by name, and no cycle. */
public final class SafeLoad {
  private SafeLoad() {}

  /** The signals from outside: of every registered strategy the newest, if there is one. */
  public static List<Signal> signals(
      List<RegisteredStrategy> strategies, LoadSignalPort store, Instant now) {
    List<Signal> signals = new ArrayList<>();
    for (RegisteredStrategy strategy : strategies) {
      try {
        Optional<Object> newest = store.loadNewest(strategy.id());
        if (newest.isPresent()) {
          signals.add(SignalReader.read(strategy.id(), newest, now, now));
        }
      } catch (RuntimeException unreadable) {
        String error = "the signal store cannot be read: " + unreadable.getMessage();
        signals.add(Signal.unreadable(strategy.id(), error, now.toString(), now));
      }
    }
    return signals;
  }

  /** The closed days of every registered strategy, or that they cannot be read. */
  public static SortedMap<StrategyId, PerformanceReading> performance(
      List<RegisteredStrategy> strategies, LoadClosedDaysPort store) {
    SortedMap<StrategyId, PerformanceReading> readings = new TreeMap<>();
    for (RegisteredStrategy strategy : strategies) {
      PerformanceReading reading;
      try {
        reading = new PerformanceReading.Rows(store.loadClosedDays(strategy.id()));
      } catch (RuntimeException unreadable) {
        reading = new PerformanceReading.Unavailable(String.valueOf(unreadable.getMessage()));
      }
      readings.put(strategy.id(), reading);
    }
    return readings;
  }
}
