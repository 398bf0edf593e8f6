package dev.maestro.engine.systemic;

/**
 * A cycle in which too many strategies wanted out.
 *
 * @param sells registered strategies whose raw, fresh signal was SELL or CLOSE_ALL
 * @param threshold from so many sells on it is systemic
 * @param overridden BUY entries that became HOLDs
 */
public record SystemicEvent(int sells, int threshold, int overridden) {
  /** The event in one sentence. */
  public String details() {
    return "Systemic risk threshold breached: "
        + sells
        + " SELL signals (threshold: "
        + threshold
        + "). Overrode "
        + overridden
        + " BUY signals to HOLD.";
  }
}
