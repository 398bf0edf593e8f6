package dev.maestro.engine.metrics;

/** How a slot ended that somebody took. A slot that nobody took is no cycle and counts nowhere. */
public enum CycleEnd {
  /** Decided on what could all be read: nothing to do. */
  DECIDED,
  /** Decided, though something stored or sent could not be used: look at the alerts. */
  DEGRADED,
  /** Given up as too late: look why slots come late, or who failed over them. */
  EXPIRED,
  /** Given up because the tenant is not active: nothing to do. */
  INACTIVE,
  /** Given up because it can never be decided: look at the alerts. */
  REFUSED
}
