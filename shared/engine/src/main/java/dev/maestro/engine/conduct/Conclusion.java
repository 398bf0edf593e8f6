package dev.maestro.engine.conduct;

/** How a delivery ended, when it need not come again. */
public sealed interface Conclusion {
  /** This delivery decided the slot. */
  record Decided(CycleCommit commit) implements Conclusion {}

  /** Another delivery had decided it. */
  record AlreadyDone(String recordId) implements Conclusion {}

  /** Too late, or given up before: no trades for yesterday's market. */
  record Expired() implements Conclusion {}

  /** The tenant is not active: it has no cycles. */
  record Inactive() implements Conclusion {}

  /** It can never be decided as it is; an alert tells why. */
  record Refused(String why) implements Conclusion {}
}
