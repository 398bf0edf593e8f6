package dev.maestro.engine.shadow;

import java.util.List;

/**
 * What a cycle made of a shadow book.
 *
 * @param trades that were closed, to be stored under their nonces
 * @param refused entries that were not taken
 */
public record ShadowStep(ShadowBook book, List<ShadowTrade> trades, List<ShadowRefusal> refused) {
  /** Keeps its own lists. */
  public ShadowStep {
    trades = List.copyOf(trades);
    refused = List.copyOf(refused);
  }
}
