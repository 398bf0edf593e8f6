package dev.maestro.engine.evidence;

import dev.maestro.engine.evidence.filter.ModeThresholds;
import dev.maestro.engine.evidence.filter.SharpeDistribution;

/**
 * What the evidence of a strategy says, and in which words.
 *
 * @param reasoning why it calls for its mode, one sentence for people
 * @param strip the belief as a small picture: {@link SharpeDistribution#strip()}
 */
public record EvidenceOpinion(EvidenceFigures figures, String reasoning, String strip) {
  /** Under the thresholds that the mode was decided by. */
  public static EvidenceOpinion of(
      EvidenceFigures figures, ModeThresholds modes, SharpeDistribution belief) {
    return new EvidenceOpinion(figures, EvidenceReasoning.of(figures, modes), belief.strip());
  }
}
