package dev.maestro.bench;

import dev.maestro.engine.evidence.EvidenceConfig;
import dev.maestro.engine.evidence.EvidenceFigures;
import dev.maestro.engine.evidence.EvidenceState;
import dev.maestro.engine.evidence.StrategyEvidence;
import dev.maestro.engine.evidence.filter.FilterState;
import dev.maestro.engine.evidence.filter.SharpeFilter;
import java.util.ArrayList;
import java.util.List;
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
 * Evidence of daily returns. Budgets: 3 microseconds for {@link #oneRowOfTheFilter}, 150
 * milliseconds for {@link #fiftyRecords}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 8, time = 3)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class EvidenceBenchmark {
  private static final int STRATEGIES = 50;

  private final SharpeFilter filter = new SharpeFilter(EvidenceConfig.DEFAULTS.filter(), 252);
  private final StrategyEvidence evidence = new StrategyEvidence(EvidenceConfig.DEFAULTS);
  private final List<List<Double>> records = records();
  private FilterState filterState = filter.start();
  private EvidenceState state = evidence.start("");
  private int nextDay;

  /** The expected Sharpe ratio after one day more. */
  @Benchmark
  public FilterState oneRowOfTheFilter() {
    filterState = filter.next(filterState, dayReturn());
    return filterState;
  }

  /** The same with mode and words. */
  @Benchmark
  public EvidenceState oneRow() {
    state = evidence.next(state, dayReturn());
    return state;
  }

  /** 50 strategies, each with a whole record of 756 days, everything anew. */
  @Benchmark
  public List<EvidenceFigures> fiftyRecords() {
    List<EvidenceFigures> figures = new ArrayList<>(STRATEGIES);
    records.forEach(returns -> figures.add(evidence.figures(evidence.of(returns))));
    return figures;
  }

  private double dayReturn() {
    nextDay = (nextDay + 1) % EvidenceConfig.MOST_DAYS;
    return records.get(0).get(nextDay);
  }

  private static List<List<Double>> records() {
    SplittableRandom random = new SplittableRandom(1);
    List<List<Double>> records = new ArrayList<>();
    for (int strategy = 0; strategy < STRATEGIES; strategy++) {
      List<Double> returns = new ArrayList<>();
      for (int day = 0; day < EvidenceConfig.MOST_DAYS; day++) {
        returns.add(0.01 * random.nextGaussian());
      }
      records.add(returns);
    }
    return records;
  }
}
