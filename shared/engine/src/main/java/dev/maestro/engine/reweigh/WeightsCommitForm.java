package dev.maestro.engine.reweigh;

import dev.maestro.engine.EngineVersion;
import dev.maestro.engine.evidence.scheme.AgentEvidence;
import dev.maestro.engine.form.View;
import dev.maestro.engine.journal.Rejection;
import dev.maestro.engine.journal.RejectionForm;
import dev.maestro.engine.weights.AgentWeightsForm;
import dev.maestro.engine.weights.WeightsConfigForm;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How a revision of a user's weights is written: the weights, and the entry of the log. */
public final class WeightsCommitForm {
  static final String COMPUTED_AT = "computed_at";

  private static final View<Cause> CAUSE =
      View.<Cause>empty().with("event_id", Cause::eventId).with("trade_id", Cause::tradeId);

  private static final View<WeightsCommit> NAMED =
      View.<WeightsCommit>empty()
          .with("tenant_id", WeightsCommit::tenantId)
          .with("revision", WeightsCommit::revision)
          .with("cause", commit -> CAUSE.write(commit.cause()));

  /** The weights, what they were made of, and why. */
  public static final View<WeightsCommit> WEIGHTS =
      NAMED
          .all(AgentWeightsForm.VIEW, WeightsCommit::weights)
          .with("evidence", WeightsCommitForm::evidence)
          .with("rejected_count", commit -> rejections(commit).size())
          .with("rejected", WeightsCommitForm::newestRejections)
          .with("config", commit -> WeightsConfigForm.VIEW.write(commit.config()))
          .with(COMPUTED_AT, WeightsCommit::at)
          .with("engine_version", commit -> EngineVersion.CURRENT);

  /** The entry of the log of weights. */
  public static final View<WeightsCommit> LOG =
      NAMED
          .with("timestamp", WeightsCommit::at)
          .with("uid", WeightsCommit::uid)
          .all(AgentWeightsForm.SHARES, WeightsCommit::weights);

  private WeightsCommitForm() {}

  /**
   * The id of the entry of the log: {@code {uid}_{revision, 12 digits}}. It is the same however
   * often the revision is tried, and the ids of a user stand in the order of revisions.
   */
  public static String logId(WeightsCommit commit) {
    return String.format(Locale.ROOT, "%s_%012d", commit.uid(), commit.revision());
  }

  private static Map<String, Map<String, Object>> evidence(WeightsCommit commit) {
    return AgentEvidence.of(commit.windows().byAgent(), commit.config().sharpeRules()).written();
  }

  private static List<Rejection> rejections(WeightsCommit commit) {
    return List.copyOf(commit.windows().rejections().values());
  }

  private static List<Map<String, Object>> newestRejections(WeightsCommit commit) {
    return RejectionForm.newest(rejections(commit)).stream()
        .map(RejectionForm.FORM::write)
        .toList();
  }
}
