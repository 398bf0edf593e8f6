package dev.maestro.bench;

import dev.maestro.engine.market.HealthRegime;
import dev.maestro.engine.market.Volatility;
import dev.maestro.engine.meta.MetaConfig;
import dev.maestro.engine.meta.MetaEvaluation;
import dev.maestro.engine.meta.MetaState;
import dev.maestro.engine.meta.health.ClosedTrade;
import dev.maestro.engine.meta.health.ClosedTrades;
import dev.maestro.engine.meta.health.SystemHealth;
import dev.maestro.engine.meta.selection.StrategyCandidate;
import dev.maestro.engine.meta.selection.StrategyFigures;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One evaluation over 50 strategies of 100 trades. Budget of {@link #evaluation}, whose statistics
 * are given: 100 microseconds.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class MetaBenchmark {
  private static final int STRATEGIES = 50;
  private static final int TRADES = 100;
  private static final BigDecimal CAPITAL = BigDecimal.valueOf(10_000);
  private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

  private final SystemHealth health =
      new SystemHealth(
          OptionalDouble.of(2.5),
          OptionalDouble.of(0.58),
          OptionalDouble.of(0.8),
          OptionalInt.of(1),
          OptionalInt.of(0),
          HealthRegime.BULL_TRENDING,
          Volatility.NORMAL);

  private final List<ClosedTrade> trades = trades();
  private final List<StrategyCandidate> candidates = candidates(trades);
  private final Optional<MetaState> previous = Optional.of(evaluate(candidates).state());

  /** Votes, memory, scores, ranking, selection and policy. */
  @Benchmark
  public MetaEvaluation evaluation() {
    return MetaEvaluation.of(health, candidates, previous, MetaConfig.DEFAULTS, NOW, NOW);
  }

  /** The statistics of all 5000 trades as well. */
  @Benchmark
  public MetaEvaluation evaluationFromTrades() {
    return evaluate(candidates(trades));
  }

  private MetaEvaluation evaluate(List<StrategyCandidate> strategies) {
    return MetaEvaluation.of(health, strategies, Optional.empty(), MetaConfig.DEFAULTS, NOW, NOW);
  }

  private static List<ClosedTrade> trades() {
    SplittableRandom random = new SplittableRandom(1);
    List<ClosedTrade> trades = new ArrayList<>();
    for (int i = 0; i < STRATEGIES * TRADES; i++) {
      trades.add(
          new ClosedTrade(
              "T" + i,
              "S" + i % STRATEGIES,
              NOW.minusSeconds(random.nextInt(2_000_000)),
              BigDecimal.valueOf(random.nextLong(-10_000, 12_000), 2),
              Optional.empty()));
    }
    return trades;
  }

  private static List<StrategyCandidate> candidates(List<ClosedTrade> trades) {
    List<StrategyCandidate> candidates = new ArrayList<>();
    for (Map.Entry<String, ClosedTrades> strategy :
        ClosedTrades.of(trades).byStrategy().entrySet()) {
      candidates.add(
          StrategyCandidate.of(
              strategy.getKey(),
              strategy.getKey(),
              Set.of(HealthRegime.BULL_TRENDING),
              StrategyFigures.of(strategy.getValue(), CAPITAL)));
    }
    return candidates;
  }
}
