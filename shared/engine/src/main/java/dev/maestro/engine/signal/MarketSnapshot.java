package dev.maestro.engine.signal;

import dev.maestro.engine.market.BarHistory;
import dev.maestro.engine.name.Symbol;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The market as strategies may see it.
 *
 * @param bars closed bars by symbol
 * @param asOf the slot that is decided
 */
public record MarketSnapshot(SortedMap<Symbol, BarHistory> bars, Instant asOf) {
  /** Keeps its own map. */
  public MarketSnapshot {
    bars = Collections.unmodifiableSortedMap(new TreeMap<>(bars));
  }

  /** A market of the given symbols. */
  public static MarketSnapshot of(Map<Symbol, BarHistory> bars, Instant asOf) {
    return new MarketSnapshot(new TreeMap<>(bars), asOf);
  }
}
