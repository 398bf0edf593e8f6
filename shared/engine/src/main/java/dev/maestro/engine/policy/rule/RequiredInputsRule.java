package dev.maestro.engine.policy.rule;

import dev.maestro.engine.market.Volatility;

/** Rule 0: without every required input the result is the closed policy. */
final class RequiredInputsRule {
  private RequiredInputsRule() {}

  /** Rule 0: a figure missing or of the wrong sign, or volatility UNKNOWN. */
  static void closeWithoutData(PolicyContext situation, PolicyDraft draft) {
    for (String field : situation.inputs().riskState().badFields()) {
      await(field, draft);
    }
    if (situation.inputs().market().volatility() == Volatility.UNKNOWN) {
      await("volatility", draft);
    }
  }

  private static void await(String field, PolicyDraft draft) {
    draft.close();
    draft.note("Awaiting valid data: " + field);
  }
}
