package dev.maestro.engine.capital.book;

import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.Quantity;
import java.time.Instant;

/**
 * What a snapshot took out of a strategy's holding and nobody has reported yet. It counts for no
 * exposure: the broker says it is gone.
 *
 * @param content what was taken out, with its agent and its opened_at
 * @param asOf of the snapshot that took it out
 */
public record Lot(LedgerHolding content, Instant asOf) {
  /** Refuses what leaves no lot. */
  public Lot {
    if (content.key().holder().isNobody()) {
      throw new IllegalArgumentException("what leaves nobody's holding leaves no lot");
    }
  }

  /** Whose it was. */
  public PositionKey key() {
    return content.key();
  }

  /** Signed. */
  public Quantity quantity() {
    return content.quantity();
  }

  /** 1 for a long, -1 for a short. */
  public int sign() {
    return content.sign();
  }

  /** The same lot of another stake. */
  Lot with(Stake changed) {
    return new Lot(content.with(changed), asOf);
  }
}
