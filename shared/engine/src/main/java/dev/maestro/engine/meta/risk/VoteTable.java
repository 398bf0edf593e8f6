package dev.maestro.engine.meta.risk;

import static dev.maestro.engine.meta.risk.FigureRule.Comparison.ABOVE;
import static dev.maestro.engine.meta.risk.FigureRule.Comparison.AT_LEAST;
import static dev.maestro.engine.meta.risk.FigureRule.Comparison.AT_MOST;
import static dev.maestro.engine.meta.risk.FigureRule.Comparison.BELOW;
import static dev.maestro.engine.meta.risk.HealthFigure.CONSECUTIVE_LOSSES;
import static dev.maestro.engine.meta.risk.HealthFigure.DAYS_SINCE_PROFIT;
import static dev.maestro.engine.meta.risk.HealthFigure.DRAWDOWN_PCT;
import static dev.maestro.engine.meta.risk.HealthFigure.EQUITY_SLOPE;
import static dev.maestro.engine.meta.risk.HealthFigure.WIN_RATE;

import dev.maestro.engine.market.HealthRegime;
import dev.maestro.engine.market.Volatility;
import dev.maestro.engine.meta.health.SystemHealth;
import dev.maestro.engine.meta.risk.Vote.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The table of the risk mode: who votes for what, and how much. */
final class VoteTable {
  private static final List<FigureRule> FIGURES =
      List.of(
          new FigureRule(DRAWDOWN_PCT, AT_LEAST, 7.0, Effect.OUTRIGHT, 0),
          new FigureRule(DRAWDOWN_PCT, AT_LEAST, 5.0, Effect.DEFENSIVE, 2),
          new FigureRule(DRAWDOWN_PCT, AT_MOST, 2.0, Effect.AGGRESSIVE, 1),
          new FigureRule(WIN_RATE, BELOW, 0.45, Effect.DEFENSIVE, 2),
          new FigureRule(WIN_RATE, AT_LEAST, 0.60, Effect.AGGRESSIVE, 1),
          new FigureRule(EQUITY_SLOPE, BELOW, -0.5, Effect.DEFENSIVE, 2),
          new FigureRule(EQUITY_SLOPE, ABOVE, 1.0, Effect.AGGRESSIVE, 1),
          new FigureRule(CONSECUTIVE_LOSSES, AT_LEAST, 5, Effect.DEFENSIVE, 1),
          new FigureRule(DAYS_SINCE_PROFIT, AT_LEAST, 3, Effect.DEFENSIVE, 1));

  private static final String VOLATILITY = "volatility";
  private static final String REGIME = "regime";

  private VoteTable() {}

  /** Every vote on this health, in the order of the table; unknown signals are among them. */
  static List<Vote> votes(SystemHealth health, boolean allowShorts) {
    List<Vote> votes = new ArrayList<>();
    for (HealthFigure figure : HealthFigure.values()) {
      addFigure(votes, figure, figure.of(health));
    }
    addVolatility(votes, health.volatility());
    regime(health.regime(), allowShorts).ifPresent(votes::add);
    return votes;
  }

  private static void addFigure(List<Vote> votes, HealthFigure figure, OptionalDouble value) {
    if (value.isEmpty()) {
      votes.add(word(figure.key(), Effect.UNKNOWN, 0, "UNKNOWN"));
      return;
    }
    for (FigureRule rule : FIGURES) {
      if (rule.figure() == figure) {
        rule.vote(value.getAsDouble()).ifPresent(votes::add);
      }
    }
  }

  /** EXTREME both decides and votes: it is HIGH as well. */
  private static void addVolatility(List<Vote> votes, Volatility volatility) {
    if (volatility == Volatility.EXTREME) {
      votes.add(word(VOLATILITY, Effect.OUTRIGHT, 0, volatility.name()));
    }
    switch (volatility) {
      case HIGH, EXTREME -> votes.add(word(VOLATILITY, Effect.DEFENSIVE, 1, volatility.name()));
      case UNKNOWN -> votes.add(word(VOLATILITY, Effect.UNKNOWN, 0, volatility.name()));
      case LOW, NORMAL -> {}
    }
  }

  /** A fall can be earned from only by those who sell short. */
  private static Optional<Vote> regime(HealthRegime regime, boolean allowShorts) {
    return switch (regime) {
      case CHOPPY, LOW_LIQUIDITY -> Optional.of(word(REGIME, Effect.DEFENSIVE, 1, regime.name()));
      case BULL_TRENDING -> Optional.of(word(REGIME, Effect.AGGRESSIVE, 1, regime.name()));
      case BEAR_TRENDING ->
          allowShorts
              ? Optional.of(word(REGIME, Effect.AGGRESSIVE, 1, regime.name()))
              : Optional.empty();
      case RANGING -> Optional.empty();
      case UNKNOWN -> Optional.of(word(REGIME, Effect.UNKNOWN, 0, regime.name()));
    };
  }

  private static Vote word(String signal, Effect effect, int weight, String word) {
    return new Vote(signal, effect, weight, signal + " " + word);
  }
}
