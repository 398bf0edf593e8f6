package dev.maestro.engine.capital.rule;

import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.command.AnswerDetail;
import dev.maestro.engine.capital.command.CommandCode;
import dev.maestro.engine.capital.command.Outcome;
import dev.maestro.engine.capital.command.Work;
import dev.maestro.engine.capital.intent.Intent;
import dev.maestro.engine.capital.intent.IntentState;
import java.util.ArrayList;
import java.util.List;

/**
 * What time does: entries of an older fence are CANCELLED, what nobody claimed is EXPIRED, and an
 * order that nobody reports is UNKNOWN. That one keeps its capital: a time-out is not a rejection.
 */
final class SettleRule {
  private SettleRule() {}

  static Outcome apply(Work work) {
    List<Nonce> changed = new ArrayList<>();
    for (Intent intent : work.ledger().intents().all()) {
      if (settle(work, intent)) {
        changed.add(intent.nonce());
      }
    }
    return work.end(CommandCode.SETTLED, new AnswerDetail.Settled(List.copyOf(changed)));
  }

  private static boolean settle(Work work, Intent intent) {
    if (intent.state() == IntentState.RESERVED) {
      return settleReserved(work, intent);
    }
    boolean isSilent =
        intent.state() == IntentState.CLAIMED
            && intent.reportBy().filter(end -> !work.now().isBefore(end)).isPresent();
    if (isSilent) {
      work.store(intent.ended(IntentState.UNKNOWN), Work.MAESTRO, "its executor fell silent");
      work.alert(
          AlertCode.REPORT_OVERDUE,
          intent.nonce().value(),
          "nobody reports the order: ask the broker what became of it, then resolve it");
    }
    return isSilent;
  }

  private static boolean settleReserved(Work work, Intent intent) {
    boolean isFenced = intent.isEntry() && intent.order().fence() < work.ledger().control().fence();
    if (isFenced) {
      work.store(
          intent.ended(IntentState.CANCELLED), Work.MAESTRO, "the kill switch was thrown since");
      return true;
    }
    boolean isLate = !work.now().isBefore(intent.order().expiresAt());
    if (isLate) {
      work.store(intent.ended(IntentState.EXPIRED), Work.MAESTRO, "nobody claimed it in time");
    }
    return isLate;
  }
}
