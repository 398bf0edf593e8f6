package dev.maestro.engine.cycle;

import dev.maestro.engine.cycle.input.CycleInput;
import dev.maestro.engine.cycle.input.CycleSettings;
import dev.maestro.engine.signal.Action;
import dev.maestro.engine.systemic.RiskCheck;
import dev.maestro.engine.systemic.SystemicRisk;
import dev.maestro.engine.verdict.ReasonCode;
import java.util.List;

/** Step 7: the systemic override, then the risk checks, which can only tighten. */
final class OverrideStage {
  private OverrideStage() {}

  static void apply(
      List<SignalDraft> drafts, SystemicRisk risk, CycleInput input, CycleSettings settings) {
    for (SignalDraft draft : drafts) {
      if (!draft.isEntry()) {
        continue;
      }
      if (risk.isDetected() && draft.signal().action() == Action.BUY) {
        draft.override(risk.overrideReason());
      }
      for (RiskCheck check : settings.riskChecks()) {
        draft.cut(check.code(), RiskCheck.bounded(check, draft.signal(), input.risk()));
      }
      if (draft.allocation().signum() == 0 && !draft.isDenied()) {
        draft.deny(ReasonCode.NO_ALLOCATION, "the risk checks left no allocation");
      }
    }
  }
}
