package dev.maestro.engine.policy.rule;

import dev.maestro.engine.policy.BlockReason;

/** Rule 18: a kill switch that is not ACTIVE blocks. */
final class KillSwitchRule {
  private KillSwitchRule() {}

  static void block(PolicyContext situation, PolicyDraft draft) {
    situation
        .inputs()
        .killSwitch()
        .ifPresent(
            reason -> {
              draft.block(BlockReason.KILL_SWITCH);
              draft.note("Kill switch: " + reason);
            });
  }
}
