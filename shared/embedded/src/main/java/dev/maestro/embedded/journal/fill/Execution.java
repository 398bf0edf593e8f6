package dev.maestro.embedded.journal.fill;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * One execution of a file.
 *
 * @param origin whose it is and where it stands
 * @param sign 1 for a purchase, -1 for a sale
 * @param effect what it may do to a holding
 * @param quantity above 0
 * @param price per unit, above 0; 0 only where it closes what became worthless
 * @param multiplier units per contract, above 0
 * @param fee paid for it, negative for a rebate
 * @param pnl what the export says it realised, before fees; empty if it says nothing
 */
public record Execution(
    Origin origin,
    Instant at,
    int sign,
    Effect effect,
    BigDecimal quantity,
    BigDecimal price,
    BigDecimal multiplier,
    BigDecimal fee,
    Optional<BigDecimal> pnl) {
  /** What an execution may do. */
  public enum Effect {
    /** Closes a holding of the other side, or opens: nobody says which. */
    ANY,
    /** Opens or adds. */
    OPEN,
    /** Closes; it never opens. */
    CLOSE
  }

  /**
   * Whose an execution is.
   *
   * @param id of the execution; blank if it has none
   * @param account that holds it; blank if the file names none
   * @param line where it stands
   * @param text the row, for the record
   */
  public record Origin(
      String id, long line, String agent, String account, String instrument, String text) {}

  /** Whose it is. */
  public String agent() {
    return origin.agent();
  }

  /** What was traded. */
  public String symbol() {
    return origin.instrument();
  }

  /** Where it stands in the file. */
  public long line() {
    return origin.line();
  }
}
