package dev.maestro.engine.meta.risk;

/**
 * What one line of the table says about a tenant's health.
 *
 * @param signal the figure, by its stored name
 * @param weight votes, 1 or more; 0 where the effect is no vote
 * @param reason one sentence with the figure
 */
public record Vote(String signal, Effect effect, int weight, String reason) {
  /** What a line of the table does. */
  public enum Effect {
    /** DEFENSIVE, whatever the votes are. */
    OUTRIGHT,
    /** Counts for DEFENSIVE. */
    DEFENSIVE,
    /** Counts for AGGRESSIVE. */
    AGGRESSIVE,
    /** The figure is not known: no vote, and not AGGRESSIVE. */
    UNKNOWN
  }
}
