package dev.maestro.engine.meta.risk;

import dev.maestro.engine.meta.risk.Vote.Effect;
import dev.maestro.engine.number.NineDecimals;
import java.util.Optional;

/**
 * One line of the table over a figure: if the figure, at 9 decimals, compares so with the
 * threshold, it has the effect.
 */
record FigureRule(
    HealthFigure figure, Comparison comparison, double threshold, Effect effect, int weight) {

  /** How a figure is held against its threshold. */
  enum Comparison {
    AT_LEAST(">="),
    AT_MOST("<="),
    ABOVE(">"),
    BELOW("<");

    private final String sign;

    Comparison(String sign) {
      this.sign = sign;
    }

    boolean holds(double figure, double threshold) {
      return switch (this) {
        case AT_LEAST -> figure >= threshold;
        case AT_MOST -> figure <= threshold;
        case ABOVE -> figure > threshold;
        case BELOW -> figure < threshold;
      };
    }
  }

  /** The vote of a known figure, or empty if the line does not apply. */
  Optional<Vote> vote(double value) {
    if (!comparison.holds(NineDecimals.round(value), threshold)) {
      return Optional.empty();
    }
    String reason =
        figure.key()
            + (" " + NineDecimals.show(value) + " " + comparison.sign)
            + (" " + NineDecimals.show(threshold));
    return Optional.of(new Vote(figure.key(), effect, weight, reason));
  }
}
