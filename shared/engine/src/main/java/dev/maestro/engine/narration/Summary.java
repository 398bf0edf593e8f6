package dev.maestro.engine.narration;

import dev.maestro.engine.throttle.ThrottleDecision;
import dev.maestro.engine.throttle.mode.ThrottleMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The deterministic summary of a cycle. */
public final class Summary {
  private Summary() {}

  /**
   * {@code Maestro orchestration summary for session S: Managed 4 strategies: 2 ACTIVE, 1 REDUCED,
   * 1 SHADOW_MODE. 3 not selected. 1 disabled.} and, if detected, the systemic details. What nobody
   * is, is left out.
   *
   * @param decisions of the strategies whose mode says what becomes of their entries
   * @param notSelected how many are live and may not open positions, whatever their mode
   * @param disabled how many may only close what they hold
   */
  public static String of(
      String sessionId,
      Collection<ThrottleDecision> decisions,
      int notSelected,
      int disabled,
      Optional<String> systemicDetails) {
    List<String> modes = new ArrayList<>();
    for (ThrottleMode mode : ThrottleMode.values()) {
      long count = decisions.stream().filter(decision -> decision.mode() == mode).count();
      if (count > 0) {
        modes.add(count + " " + mode);
      }
    }
    String managed =
        "Maestro orchestration summary for session "
            + sessionId
            + ": Managed "
            + decisions.size()
            + " strategies"
            + (modes.isEmpty() ? "" : ": " + String.join(", ", modes))
            + "."
            + (notSelected > 0 ? " " + notSelected + " not selected." : "")
            + (disabled > 0 ? " " + disabled + " disabled." : "");
    return systemicDetails.map(details -> managed + " " + details).orElse(managed);
  }
}
