package dev.maestro.bench;

import dev.maestro.engine.form.Fields;
import dev.maestro.engine.policy.ProfileName;
import dev.maestro.engine.policy.SymbolsDefault;
import dev.maestro.engine.policy.TradingPolicy;
import dev.maestro.engine.policy.input.PolicyInputs;
import dev.maestro.engine.policy.input.PolicyInputsForm;
import dev.maestro.engine.policy.profile.PolicySettings;
import dev.maestro.engine.policy.profile.Profile;
import dev.maestro.engine.policy.rule.PolicyEngine;
import dev.maestro.engine.policy.stability.PolicyStep;
import dev.maestro.engine.policy.stability.Stability;
import dev.maestro.engine.policy.stability.StabilityConfig;
import dev.maestro.engine.policy.stability.StabilityState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

/** One evaluation of the trading policy over 50 symbols, calm and with every rule speaking. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class PolicyBenchmark {
  private static final int SYMBOLS = 50;
  private static final Instant NOW = Instant.parse("2026-03-02T14:30:00Z");

  private final PolicySettings settings = PolicySettings.of(Profile.of(ProfileName.SAFE));
  private final PolicyInputs calm = inputs("NORMAL", 0, 0);
  private final PolicyInputs troubled = inputs("EXTREME", -4.25, 9);
  private final StabilityState state =
      Stability.evaluate(
              StabilityState.initial(SymbolsDefault.ALLOW, NOW, ProfileName.SAFE),
              calm,
              settings,
              NOW,
              StabilityConfig.DEFAULTS)
          .state();

  /** Few rules speak. */
  @Benchmark
  public TradingPolicy calm() {
    return PolicyEngine.evaluate(calm, settings, NOW);
  }

  /** Nearly all rules speak, each with its note. */
  @Benchmark
  public TradingPolicy troubled() {
    return PolicyEngine.evaluate(troubled, settings, NOW);
  }

  /** The evaluation with its stability step. */
  @Benchmark
  public PolicyStep step() {
    return Stability.evaluate(state, calm, settings, NOW.plusSeconds(60), StabilityConfig.DEFAULTS);
  }

  private static PolicyInputs inputs(String volatility, double drawdown, int losingStreak) {
    boolean isTroubled = losingStreak > 0;
    return PolicyInputsForm.read(
        Fields.of(
            "",
            Map.of(
                "regime",
                "RANGING",
                "volatility",
                volatility,
                "risk_state",
                Map.of(
                    "daily_pnl_pct", drawdown,
                    "current_drawdown_pct", drawdown,
                    "losing_streak", losingStreak,
                    "open_trades_count", losingStreak,
                    "total_exposure_pct", losingStreak * 2),
                "symbols",
                symbols(),
                "cost",
                isTroubled ? Map.of("spread_bps", 30, "cost_in_R", 0.4) : Map.of(),
                "ensemble_quality",
                isTroubled ? 0.2 : 0.8,
                "global_policy",
                Map.of("risk_mode", "NORMAL", "expired", isTroubled))));
  }

  private static List<Object> symbols() {
    SplittableRandom random = new SplittableRandom(7);
    List<Object> symbols = new ArrayList<>();
    for (int i = 0; i < SYMBOLS; i++) {
      symbols.add(
          Map.of(
              "symbol", "SYM" + i,
              "winrate", random.nextDouble(),
              "avg_R", random.nextDouble() * 2,
              "trades", random.nextInt(40),
              "losing_streak", random.nextInt(4)));
    }
    return symbols;
  }
}
