package dev.maestro.engine.capital;

import dev.maestro.engine.name.Symbol;

/**
 * What a position is known by: its symbol and whose it is. In order of the symbol, so that all that
 * is held of one symbol stands together.
 */
public record PositionKey(Symbol symbol, Holder holder) implements Comparable<PositionKey> {
  @Override
  public int compareTo(PositionKey other) {
    int bySymbol = symbol.compareTo(other.symbol);
    return bySymbol != 0 ? bySymbol : holder.compareTo(other.holder);
  }

  @Override
  public String toString() {
    return holder + "/" + symbol;
  }
}
