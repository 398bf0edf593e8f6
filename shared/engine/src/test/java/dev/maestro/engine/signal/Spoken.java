package dev.maestro.engine.signal;

import dev.maestro.engine.name.StrategyName;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a bot sends, field by field; {@link #by} reads it as the signal of a strategy. */
public record Spoken(SortedMap<String, Object> fields) {
  /** The slot of the cycles in tests. */
  public static final Instant SLOT = Instant.parse("2026-03-02T14:30:00Z");

  /** The time of the cycles in tests. */
  public static final Instant NOW = SLOT.plus(Duration.ofSeconds(20));

  /** Keeps its own map. */
  public Spoken {
    fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
  }

  /** Only an action. */
  public static Spoken action(String word) {
    return new Spoken(new TreeMap<>(Map.of("action", word)));
  }

  /** An entry of 0.4 with a confidence of 0.8. */
  public static Spoken buy(String symbol) {
    return action("BUY").with("symbol", symbol).with("allocation", "0.4").with("confidence", "0.8");
  }

  /** Nothing but the words, as an exit needs no more. */
  public static Spoken sell(String symbol) {
    return action("SELL").with("symbol", symbol);
  }

  /** A short of 0.4 with a confidence of 0.8. */
  public static Spoken shortSell(String symbol) {
    return buy(symbol).with("action", "SELL").with("opens_short", true);
  }

  /** The same with one field set. */
  public Spoken with(String key, Object value) {
    SortedMap<String, Object> changed = new TreeMap<>(fields);
    changed.put(key, value);
    return new Spoken(changed);
  }

  /** The same without a field. */
  public Spoken without(String key) {
    SortedMap<String, Object> changed = new TreeMap<>(fields);
    changed.remove(key);
    return new Spoken(changed);
  }

  /** The signal of a strategy. */
  public Signal by(String strategy) {
    return SignalReader.read(new StrategyName(strategy), Optional.of(fields), SLOT, NOW);
  }
}
