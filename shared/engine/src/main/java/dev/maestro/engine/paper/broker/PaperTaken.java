package dev.maestro.engine.paper.broker;

import dev.maestro.engine.number.Money;
import dev.maestro.engine.paper.PaperPosition;
import java.time.Instant;

/**
 * What a fill took out of a position.
 *
 * @param part with its cost and the fees of its entry
 * @param notional what it was closed for
 * @param fees of the fill
 */
public record PaperTaken(PaperPosition part, Money notional, Money fees, Instant at) {
  /** Proceeds - cost, for a short cost - what was paid, less all fees. */
  public Money realized() {
    Money gain = notional.minus(part.cost());
    Money gross = part.opened().sign() > 0 ? gain : gain.negated();
    return gross.minus(part.fees()).minus(fees);
  }
}
