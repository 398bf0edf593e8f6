package dev.maestro.engine.control;

/**
 * The kill switch of a tenant.
 *
 * @param reason why it is not ACTIVE; blank if it is
 */
public record ControlState(TradingState state, String reason) {
  /** No switch was thrown. */
  public static final ControlState ACTIVE = new ControlState(TradingState.ACTIVE, "");

  /** What a state that is missing or cannot be read counts as. */
  public static final ControlState UNKNOWN = TradingControl.UNKNOWN.toState();
}
