package dev.maestro.engine.meta.risk;

/** How much the whole tenant may risk, loosest first. */
public enum RiskMode {
  /** Everything is known and good. */
  AGGRESSIVE,
  /** Neither of the others. */
  NORMAL,
  /** Health is bad, or the policy has expired. */
  DEFENSIVE;

  /** True if this one allows less. */
  public boolean isTighterThan(RiskMode other) {
    return compareTo(other) > 0;
  }

  /** The one that allows less. */
  public RiskMode tighterOf(RiskMode other) {
    return isTighterThan(other) ? this : other;
  }

  /** The one that allows more. */
  public RiskMode looserOf(RiskMode other) {
    return isTighterThan(other) ? other : this;
  }
}
