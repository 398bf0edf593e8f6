package dev.maestro.embedded.replay.scheme;

import dev.maestro.engine.form.Fields;
import dev.maestro.engine.weights.WeightsConfig;
import dev.maestro.engine.weights.WeightsScheme.Score;

/** How the money is spread over agents. */
public enum ReplayScheme {
  /** Measured Sharpe ratios: {@code weights.scheme} SHARPE. */
  SHARPE,
  /** Sharpe ratios drawn towards 0, copies as one agent: {@code weights.scheme} EVIDENCE. */
  EVIDENCE,
  /** Every agent that has closed a trade has the same. What the others are compared with. */
  EQUAL;

  /**
   * Begins before the first day.
   *
   * @param section the section weights of a configuration; its scheme does not count
   */
  public SchemeWeights begin(Fields section) {
    return switch (this) {
      case SHARPE -> reweighed(section, Score.SHARPE);
      case EVIDENCE -> reweighed(section, Score.EVIDENCE);
      case EQUAL -> new EqualWeights(WeightsConfig.ofStored(section).agentIds());
    };
  }

  private static SchemeWeights reweighed(Fields section, Score score) {
    return new ReweighedWeights(WeightsConfig.ofStored(section.with("scheme", score.name())));
  }
}
