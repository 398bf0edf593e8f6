package dev.maestro.engine.paper.broker;

import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.intent.FilledSoFar;
import java.time.Instant;

/**
 * A stop or a target closed a position.
 *
 * @param id made of the nonce that opened it, so that the same close always has the same
 * @param side SELL closed a long
 * @param at the start of the bar that did it
 */
public record PaperClose(
    String id, PositionKey key, OrderSide side, FilledSoFar figures, Instant at) {
  /** Refuses a close of nothing. */
  public PaperClose {
    if (figures.quantity().signum() == 0) {
      throw new IllegalArgumentException("a close takes something out, got none in " + id);
    }
  }
}
