package dev.maestro.engine.meta;

import dev.maestro.engine.market.HealthRegime;
import dev.maestro.engine.meta.selection.StrategyCandidate;
import dev.maestro.engine.meta.selection.StrategyFigures;
import dev.maestro.engine.name.StrategyId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;

/** Strategies to select from. */
public final class StrategySample {
  private StrategySample() {}

  public static StrategyFigures figures(
      double profitFactor, double winRate, double drawdownPct, int trades) {
    return new StrategyFigures(
        OptionalDouble.of(profitFactor),
        OptionalDouble.of(winRate),
        OptionalDouble.of(drawdownPct),
        trades,
        OptionalDouble.empty(),
        BigDecimal.ZERO);
  }

  public static StrategyCandidate of(String id, StrategyFigures figures, HealthRegime... tags) {
    return StrategyCandidate.of(new StrategyId(id), id, Set.of(tags), figures);
  }

  /** A good strategy with so many trades. */
  public static StrategyCandidate good(String id, int trades) {
    return of(id, figures(2, 0.7, 0, trades));
  }

  /** Up to 20 strategies of all kinds, with distinct ids and many ties. */
  public static List<StrategyCandidate> random(SplittableRandom random) {
    double[] drawdowns = {0, 5, 10, 12};
    int[] trades = {0, 5, 9, 10, 50, 80};
    HealthRegime[] regimes = HealthRegime.values();
    List<StrategyCandidate> strategies = new ArrayList<>();
    for (int i = random.nextInt(21); i > 0; i--) {
      StrategyFigures figures =
          figures(
              random.nextInt(5) / 2.0,
              0.3 + random.nextInt(6) / 10.0,
              drawdowns[random.nextInt(drawdowns.length)],
              trades[random.nextInt(trades.length)]);
      strategies.add(of("S" + i, figures, regimes[random.nextInt(regimes.length)]));
    }
    return strategies;
  }
}
