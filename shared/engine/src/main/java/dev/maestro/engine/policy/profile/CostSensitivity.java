package dev.maestro.engine.policy.profile;

/** How much the profile minds costs, for people: thresholds decide. */
public enum CostSensitivity {
  /** Little. */
  LOW,
  /** Much. */
  HIGH
}
