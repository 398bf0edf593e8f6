package dev.maestro.engine.policy.input;

import dev.maestro.engine.meta.risk.RiskMode;

/**
 * The global policy as the trading policy sees it; an expired or unreadable one acts as DEFENSIVE.
 *
 * @param mode DEFENSIVE if stale
 * @param limits never looser than those of the mode
 * @param isStale expired, or there and unreadable
 */
public record GlobalGuard(RiskMode mode, GlobalLimits limits, boolean isStale) {
  /** There, and not to be relied on. */
  public static final GlobalGuard UNREADABLE = of(RiskMode.DEFENSIVE, true);

  /** Tightens to what the mode and its age allow. */
  public GlobalGuard {
    mode = isStale ? RiskMode.DEFENSIVE : mode;
    limits = limits.tighterOf(GlobalLimits.of(mode));
  }

  /** A policy with the limits of its mode. */
  public static GlobalGuard of(RiskMode mode, boolean isStale) {
    return new GlobalGuard(mode, GlobalLimits.of(mode), isStale);
  }
}
