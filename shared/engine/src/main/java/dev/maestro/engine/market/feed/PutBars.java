package dev.maestro.engine.market.feed;

import dev.maestro.engine.market.BarHistory;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.port.RefusedInputException;
import dev.maestro.engine.port.UnavailableException;
import java.time.Instant;

/**
 * Takes the bars of a symbol. The same bars again change nothing, so a feeder that got no answer
 * sends them again.
 */
public final class PutBars {
  /** Each that is lost is one that another feeder of the same symbol won. */
  private static final int ATTEMPTS = 20;

  private final BarsPort stored;

  /** Keeps them here. */
  public PutBars(BarsPort stored) {
    this.stored = stored;
  }

  /**
   * Stores them beside those that stand.
   *
   * @param sent none of them ends after now
   * @return what became of them
   * @throws RefusedInputException if they cannot stand beside those that are there; nothing is
   *     stored
   * @throws UnavailableException if the store does not answer, or others write all the time
   */
  public BarMerge put(TenantId tenant, Symbol symbol, BarHistory sent, Instant now)
      throws RefusedInputException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      StandingBars standing = stored.find(tenant, symbol);
      BarMerge merged = BarMerge.of(standing.bars(), sent);
      if (merged.isNothingNew()
          || stored.replace(tenant, symbol, merged.bars(), now, standing.version())) {
        return merged;
      }
    }
    throw new UnavailableException("others write the bars of " + symbol + " all the time");
  }
}
