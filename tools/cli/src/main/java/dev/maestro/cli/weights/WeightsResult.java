package dev.maestro.cli.weights;

import dev.maestro.engine.form.View;
import dev.maestro.engine.journal.Rejection;
import dev.maestro.engine.journal.RejectionForm;
import dev.maestro.engine.weights.AgentWeights;
import dev.maestro.engine.weights.AgentWeightsForm;
import java.util.List;

/**
 * Weights and what could not be used for them.
 *
 * @param rejections by line, the newest at least
 * @param rejectionCount all of them, 0 or more
 */
public record WeightsResult(AgentWeights weights, List<Rejection> rejections, long rejectionCount) {
  /** Under the names of the weights document. */
  public static final View<WeightsResult> RESULT =
      View.<WeightsResult>empty()
          .all(AgentWeightsForm.VIEW, WeightsResult::weights)
          .with("rejected_count", WeightsResult::rejectionCount)
          .with("rejected_reasons", WeightsResult::reasons)
          .with(
              "rejected",
              result ->
                  RejectionForm.newest(result.rejections).stream()
                      .map(RejectionForm.LINE::write)
                      .toList());

  /** Keeps its own list. */
  public WeightsResult {
    rejections = List.copyOf(rejections);
  }

  private List<String> reasons() {
    return rejections.stream().map(rejection -> rejection.reason().code()).sorted().toList();
  }
}
