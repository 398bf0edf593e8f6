package dev.maestro.engine.policy.rule;

import dev.maestro.engine.meta.risk.RiskMode;
import dev.maestro.engine.policy.BlockReason;
import dev.maestro.engine.policy.input.GlobalGuard;

/** Rules 1 and 17: what the global policy asks for, if there is one. */
final class GlobalPolicyRules {
  private GlobalPolicyRules() {}

  /** Rule 1: DEFENSIVE halves the base risk; a stale policy acts as DEFENSIVE and blocks. */
  static void defend(PolicyContext situation, PolicyDraft draft) {
    if (situation.global().filter(guard -> guard.mode() == RiskMode.DEFENSIVE).isEmpty()) {
      return;
    }
    draft.halveBaseRisk();
    draft.note(modeNote(RiskMode.DEFENSIVE));
    if (situation.global().filter(GlobalGuard::isStale).isPresent()) {
      draft.block(BlockReason.GLOBAL_POLICY_STALE);
      draft.note("Global policy stale");
    }
  }

  /** Rule 17: never above its risk, never below its confidence; rule 1 has noted DEFENSIVE. */
  static void limit(PolicyContext situation, PolicyDraft draft) {
    situation.global().ifPresent(guard -> limit(guard, draft));
  }

  private static void limit(GlobalGuard guard, PolicyDraft draft) {
    draft.capRisk(guard.limits().maxRisk());
    draft.confidenceAtLeast(guard.limits().minConfidence());
    if (guard.mode() != RiskMode.DEFENSIVE) {
      draft.note(modeNote(guard.mode()));
    }
  }

  private static String modeNote(RiskMode mode) {
    return "MSC AI: " + mode + " mode";
  }
}
