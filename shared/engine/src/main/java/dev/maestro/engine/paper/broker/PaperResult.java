package dev.maestro.engine.paper.broker;

import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.intent.FilledSoFar;
import java.time.Instant;

/**
 * How an order ended, or what a stop or target closed.
 *
 * @param id the nonce of an order; of a close it is made of the nonce that opened the position, so
 *     that the same close always has the same
 * @param side SELL closes a long
 * @param figures nothing for an order that never filled
 * @param at the start of the bar that did it; of an order that never filled, its end
 */
public record PaperResult(
    Of of, String id, PositionKey key, OrderSide side, FilledSoFar figures, Instant at) {
  /** What it is of. */
  public enum Of {
    /** An order: it is reported, and that is final. */
    ORDER,
    /** A stop or target that rested: nobody asked for it. */
    REST
  }

  /** Refuses a close of nothing. */
  public PaperResult {
    if (of == Of.REST && figures.quantity().signum() == 0) {
      throw new IllegalArgumentException("a close takes something out, got none in " + id);
    }
  }

  /** True if an order ended. */
  public boolean isOfOrder() {
    return of == Of.ORDER;
  }
}
