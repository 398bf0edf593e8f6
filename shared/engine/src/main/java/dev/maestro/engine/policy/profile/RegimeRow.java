package dev.maestro.engine.policy.profile;

import dev.maestro.engine.policy.EntryMode;
import dev.maestro.engine.policy.ExitMode;
import dev.maestro.engine.policy.Tightness;

/**
 * What a profile does in one state of the market.
 *
 * @param riskMultiplier on the base risk, at least 0
 * @param confidenceShift on the base confidence, a signed fraction
 * @param entry loosest entry mode
 * @param exit loosest exit mode
 */
public record RegimeRow(
    double riskMultiplier, double confidenceShift, EntryMode entry, ExitMode exit) {

  /** The tighter of both, field by field. */
  public RegimeRow tighterOf(RegimeRow other) {
    return new RegimeRow(
        Math.min(riskMultiplier, other.riskMultiplier),
        Math.max(confidenceShift, other.confidenceShift),
        Tightness.tighter(entry, other.entry),
        Tightness.tighter(exit, other.exit));
  }

  /** Both in full: multipliers multiply, shifts add, the tighter modes stand. */
  public RegimeRow and(RegimeRow other) {
    return new RegimeRow(
        riskMultiplier * other.riskMultiplier,
        confidenceShift + other.confidenceShift,
        Tightness.tighter(entry, other.entry),
        Tightness.tighter(exit, other.exit));
  }
}
