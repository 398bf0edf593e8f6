package dev.maestro.embedded.storm.check;

import dev.maestro.engine.name.Symbol;
import java.util.HashSet;
import java.util.Set;

/**
 * The symbols of which it is still known whose is what. A fill after the broker had said that there
 * can be none, or an exit that raced a stop, leaves the broker's total and no more.
 */
public final class Attribution {
  private final Set<Symbol> lost = new HashSet<>();

  /** Nobody can say any more whose is what. */
  public void lose(Symbol symbol) {
    lost.add(symbol);
  }

  /** True if what is held is known by strategy. */
  public boolean isKnown(Symbol symbol) {
    return !lost.contains(symbol);
  }
}
