package dev.maestro.engine.reweigh;

/**
 * Why weights were written.
 *
 * @param eventId the event or the command
 * @param tradeId the trade that changed, or {@link #REBUILD}
 */
public record Cause(String eventId, String tradeId) {
  /** Stands for all trades. */
  public static final String REBUILD = "rebuild";

  /** Windows were read from the journal again. */
  public static Cause rebuild(String eventId) {
    return new Cause(eventId, REBUILD);
  }
}
