package dev.maestro.embedded.storm.world;

import dev.maestro.engine.name.Symbol;
import java.util.Map;
import java.util.TreeMap;

/** What a share costs, in cents. */
public final class Prices {
  private static final long START = 100_00;

  private final Map<Symbol, Long> cents = new TreeMap<>();

  private boolean isClosed;

  /** True while nothing is traded: between a split and the word of the operator. */
  public boolean isClosed() {
    return isClosed;
  }

  /** Opens or closes the market. */
  public void close(boolean closed) {
    isClosed = closed;
  }

  /** Of a symbol. */
  public long of(Symbol symbol) {
    return cents.getOrDefault(symbol, START);
  }

  /** By so many percent. */
  public void move(Symbol symbol, int percent) {
    cents.put(symbol, of(symbol) * (100 + percent) / 100);
  }

  /** A split: so many times as many shares of so much less. */
  public void split(Symbol symbol, int times, int parts) {
    cents.put(symbol, of(symbol) * parts / times);
  }
}
