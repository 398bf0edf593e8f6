package dev.maestro.engine.evidence.record;

import dev.maestro.engine.number.SampleStatistics;
import java.util.Collection;
import java.util.OptionalDouble;

/**
 * What the closed trades of an agent prove.
 *
 * @param sharpe per trade, not annualised
 * @param error standard error of it
 * @param psr chance that the true one is above 0, for one look at one agent
 * @param dsr the same, knowing that it is the best of all agents that were tried
 * @param needed trades of this kind that show it at 95 %; empty: no number does
 */
public record TradeEvidence(
    double sharpe, double error, double psr, double dsr, OptionalDouble needed) {
  private static final double CONFIDENCE = 0.95;

  /**
   * Of one record among others.
   *
   * @param agentsTried at least 1
   * @param variance of the Sharpe ratios of all agents
   */
  public static TradeEvidence of(TrackRecord record, int agentsTried, double variance) {
    return new TradeEvidence(
        record.sharpe(),
        SampleStatistics.sharpeStandardError(record.sharpe(), record.count()),
        ProbabilisticSharpe.against(0, record),
        DeflatedSharpe.of(record, agentsTried, variance),
        MinimumTrackRecord.length(0, CONFIDENCE, record));
  }

  /** How much the Sharpe ratios of agents differ; 0 for a single one. */
  public static double variance(Collection<TrackRecord> records) {
    double[] sharpes = records.stream().mapToDouble(TrackRecord::sharpe).toArray();
    if (sharpes.length < 2) {
      return 0;
    }
    double deviation = SampleStatistics.of(sharpes.length, i -> sharpes[i]).deviation();
    return deviation * deviation;
  }
}
