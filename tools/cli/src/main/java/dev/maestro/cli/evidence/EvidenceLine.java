package dev.maestro.cli.evidence;

import dev.maestro.engine.evidence.EvidenceOpinion;
import dev.maestro.engine.evidence.claim.ClaimSettings;
import dev.maestro.engine.evidence.claim.Detection;
import dev.maestro.engine.evidence.claim.EvidenceWord;
import dev.maestro.engine.evidence.record.TradeEvidence;
import dev.maestro.engine.name.AgentId;
import dev.maestro.engine.name.StrategyName;
import java.util.Optional;

/**
 * One row of the table: an agent in a strategy.
 *
 * @param trades closed ones, at least 0
 * @param record what they prove; empty: fewer than two, or all alike
 * @param opinion what the strategy's days prove; empty: none is kept yet
 * @param moreDays with exposure until a dead strategy would be found in {@link #TOLD} of cases; 0:
 *     it would have been by now; empty: the word is spoken, or nothing is kept
 */
record EvidenceLine(
    AgentId agent,
    StrategyName strategy,
    int trades,
    Optional<TradeEvidence> record,
    Optional<EvidenceOpinion> opinion,
    Optional<Integer> moreDays) {
  /** From this detection on, a silence says something. */
  static final double TOLD = 0.8;

  /** Days until a strategy with such a record could be told from a dead one. */
  static Optional<Integer> moreDays(EvidenceOpinion opinion, ClaimSettings claim) {
    if (opinion.figures().word() != EvidenceWord.UNDECIDED) {
      return Optional.empty();
    }
    return Optional.of(
        Detection.moreDays(claim, opinion.figures().days(), opinion.figures().detection(), TOLD));
  }
}
