package dev.maestro.embedded.conduct;

import dev.maestro.engine.conduct.CycleCommit;
import dev.maestro.engine.conduct.situation.Situation;
import dev.maestro.engine.meta.MetaEvaluation;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.tenant.TenantConfig;
import dev.maestro.engine.tenant.TenantStats;
import dev.maestro.engine.throttle.PerformanceReading;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is stored of a tenant after somebody wrote. */
public final class NextSituation {
  private NextSituation() {}

  /** The trades that a cycle has taken in are not new any more. */
  static Situation after(CycleCommit commit) {
    Situation before = commit.situation();
    return new Situation(
        before.tenant(),
        before.config(),
        before.strategies(),
        before.sentSignals(),
        before.performance(),
        commit.stats().or(before::stats),
        List.of(),
        commit.account().or(before::account),
        commit.stage().step().state(),
        commit.stage().evaluation().map(MetaEvaluation::state).or(before::meta),
        before.control(),
        before.vix(),
        before.markets(),
        before.ensemble(),
        before.weights(),
        commit.outcome().record().head(),
        Optional.of(commit.slot()),
        before.faults(),
        before.inputHash(),
        before.versions());
  }

  static Situation withVersions(Situation old, long version) {
    return of(
        old,
        old.config(),
        old.sentSignals(),
        old.performance(),
        old.stats(),
        "version " + version,
        version);
  }

  static Situation withPerformance(Situation old, Map<String, PerformanceReading> readings) {
    return of(
        old,
        old.config(),
        old.sentSignals(),
        readings,
        old.stats(),
        old.inputHash(),
        old.versions());
  }

  /** A strategy outside has sent another signal. */
  public static Situation withSignal(Situation old, StrategyId strategy, Object sent) {
    SortedMap<String, Object> signals = new TreeMap<>(old.sentSignals());
    signals.put(strategy.value(), sent);
    return of(
        old,
        old.config(),
        signals,
        old.performance(),
        old.stats(),
        old.inputHash(),
        old.versions());
  }

  /** Another configuration is in force. */
  public static Situation withConfig(Situation old, TenantConfig config) {
    return of(
        old,
        config,
        old.sentSignals(),
        old.performance(),
        old.stats(),
        old.inputHash(),
        old.versions());
  }

  /** A closing of a day has made the statistics anew. */
  public static Situation withStats(Situation old, TenantStats stats) {
    return of(
        old,
        old.config(),
        old.sentSignals(),
        old.performance(),
        Optional.of(stats),
        old.inputHash(),
        old.versions());
  }

  private static Situation of(
      Situation old,
      TenantConfig config,
      SortedMap<String, Object> signals,
      Map<String, PerformanceReading> performance,
      Optional<TenantStats> stats,
      String inputHash,
      Object versions) {
    return new Situation(
        old.tenant(),
        config,
        old.strategies(),
        signals,
        performance,
        stats,
        old.newTrades(),
        old.account(),
        old.stability(),
        old.meta(),
        old.control(),
        old.vix(),
        old.markets(),
        old.ensemble(),
        old.weights(),
        old.chain(),
        old.lastDone(),
        old.faults(),
        inputHash,
        versions);
  }
}
