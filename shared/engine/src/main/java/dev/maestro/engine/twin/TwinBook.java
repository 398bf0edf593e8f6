package dev.maestro.engine.twin;

/**
 * The books on paper, in their order. Each has what the one before it has, and one thing of Maestro
 * more. All of them see the same signals, prices and costs, and their orders fill at the same
 * prices; they differ in what they let through and how large.
 */
public enum TwinBook {
  /** Every agent has the same share, and nothing is forbidden. */
  NONE,
  /** Every agent has the weight that Maestro gives it. */
  WEIGHTS,
  /** And the throttle cuts what is REDUCED and holds back what is in SHADOW_MODE. */
  THROTTLE,
  /** And the systemic override stops buyers, and risk checks cut. */
  OVERRIDE,
  /** And policy, selection, kill switch and limits decide what may be traded. */
  POLICY
}
