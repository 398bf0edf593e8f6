package dev.maestro.engine.capital.ledger;

import dev.maestro.engine.capital.Quantity;
import java.time.Instant;

/**
 * A symbol of which the broker shows less than is held: until a later snapshot confirms it, nobody
 * enters it and exits are bounded by what the broker showed.
 *
 * @param since as_of of the snapshot that began it
 * @param sign of what the broker has more than is held: -1 where a long is to shrink
 * @param brokerTotal what the broker showed last, signed
 */
public record PositionDoubt(Instant since, int sign, Quantity brokerTotal) {
  /** What the broker showed in a direction; 0 if it showed none of it. */
  public Quantity shown(int direction) {
    return brokerTotal.times(direction).max(Quantity.ZERO);
  }
}
