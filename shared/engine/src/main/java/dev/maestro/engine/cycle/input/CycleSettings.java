package dev.maestro.engine.cycle.input;

import dev.maestro.engine.systemic.RiskCheck;
import dev.maestro.engine.systemic.SystemicConfig;
import dev.maestro.engine.throttle.ThrottleConfig;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * How a tenant's cycles are run.
 *
 * @param riskChecks in the order in which they cut
 * @param isExitScopeAccount true if strategies may close positions that nobody is known to have
 *     opened
 * @param unknownWeight of an agent that has no weight yet, a fraction
 * @param totalExposureLimitPct what may be held and reserved in all, percent of equity
 * @param configHash names the configuration in every record
 * @param engineVersion names the engine in every record
 */
public record CycleSettings(
    ThrottleConfig throttle,
    SystemicConfig systemic,
    List<RiskCheck> riskChecks,
    boolean isExitScopeAccount,
    BigDecimal unknownWeight,
    BigDecimal totalExposureLimitPct,
    String configHash,
    String engineVersion) {
  /** Keeps its own list. */
  public CycleSettings {
    riskChecks = List.copyOf(riskChecks);
  }

  /** The same with further checks, which cut after those that are there. */
  public CycleSettings with(List<RiskCheck> further) {
    List<RiskCheck> all = new ArrayList<>(riskChecks);
    all.addAll(further);
    return new CycleSettings(
        throttle,
        systemic,
        all,
        isExitScopeAccount,
        unknownWeight,
        totalExposureLimitPct,
        configHash,
        engineVersion);
  }
}
