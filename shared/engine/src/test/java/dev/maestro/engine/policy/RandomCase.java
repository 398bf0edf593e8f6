package dev.maestro.engine.policy;

import dev.maestro.engine.form.Reading;
import dev.maestro.engine.market.Volatility;
import dev.maestro.engine.meta.risk.RiskMode;
import dev.maestro.engine.policy.input.CostLevel;
import dev.maestro.engine.policy.input.SymbolStatistics;
import dev.maestro.engine.policy.profile.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Valid inputs around the thresholds, under valid configuration. */
public final class RandomCase {
  private static final List<String> NAMES = List.of("AAPL", "SPY", "BTCUSDT", "ETHUSDT");

  private RandomCase() {}

  /** Any inputs under any profile, half of the time with some of its values overridden. */
  public static Case of(SplittableRandom random) {
    Case drawn = Case.calm(pick(random, ProfileName.values()));
    if (random.nextBoolean()) {
      drawn.configured(overrides(random));
    }
    inputs(drawn, random);
    return drawn;
  }

  /** Draws all inputs anew and leaves the configuration. */
  public static void inputs(Case drawn, SplittableRandom random) {
    drawn.market(
        pick(random, Regime.values()),
        pick(random, Direction.values()),
        random.nextInt(4) == 0 ? pick(random, Volatility.values()) : Volatility.NORMAL);
    double ddLimit = drawn.profile.number(Parameter.DAILY_DD_LIMIT);
    drawn.dailyPnl((random.nextDouble() * 2.2 - 1.1) * ddLimit);
    drawn.drawdown(-random.nextDouble() * 1.1 * ddLimit);
    drawn.losingStreak(random.nextInt(9));
    drawn.winningStreak(random.nextInt(4));
    drawn.openTrades(random.nextInt(drawn.profile.count(Parameter.MAX_OPEN_POSITIONS) + 2));
    drawn.exposure(
        random.nextDouble() * 1.1 * drawn.profile.number(Parameter.TOTAL_EXPOSURE_LIMIT));
    costs(drawn, random);
    drawn.isLiquidityLow = random.nextInt(4) == 0;
    drawn.ensembleQuality = Reading.absent();
    if (random.nextBoolean()) {
      drawn.ensembleQuality(random.nextDouble());
    }
    drawn.symbols = symbols(random);
    drawn.globalGuard = Optional.empty();
    if (random.nextBoolean()) {
      drawn.global(pick(random, RiskMode.values()), random.nextInt(8) == 0);
    }
  }

  private static void costs(Case drawn, SplittableRandom random) {
    drawn.spreadLevel = random.nextBoolean() ? Reading.absent() : level(random);
    drawn.slippageLevel = random.nextBoolean() ? Reading.absent() : level(random);
    drawn.spreadBps = random.nextBoolean() ? Reading.absent() : Reading.of(random.nextDouble(20));
    drawn.slippageBps = random.nextBoolean() ? Reading.absent() : Reading.of(random.nextDouble(16));
    drawn.costInR = random.nextBoolean() ? Reading.absent() : Reading.of(random.nextDouble(0.4));
  }

  private static Reading<CostLevel> level(SplittableRandom random) {
    return Reading.of(pick(random, CostLevel.values()));
  }

  private static List<SymbolStatistics> symbols(SplittableRandom random) {
    List<SymbolStatistics> symbols = new ArrayList<>();
    for (String name : NAMES) {
      if (random.nextBoolean()) {
        symbols.add(
            Symbols.symbol(
                name,
                random.nextDouble(),
                random.nextDouble() * 3 - 1,
                random.nextInt(20),
                random.nextInt(6)));
      }
    }
    return symbols;
  }

  private static Map<String, Object> overrides(SplittableRandom random) {
    Map<String, Object> overrides = new TreeMap<>();
    overrides.put("daily_dd_limit", 0.5 + random.nextDouble(5));
    overrides.put("losing_streak_limit", 1 + random.nextInt(8));
    overrides.put("max_open_positions", random.nextInt(20));
    overrides.put("losing_streak_per_loss", random.nextDouble());
    overrides.put("drawdown_per_pct", random.nextDouble());
    overrides.put("recovery_multiplier", 1 + random.nextDouble());
    overrides.put("recovery_after_streak", random.nextInt(4));
    for (String unit :
        List.of(
            "high_exposure",
            "high_spread_multiplier",
            "extreme_vol",
            "high_slippage_multiplier",
            "extreme_vol_multiplier",
            "low_liquidity",
            "high_spread")) {
      overrides.put(unit, random.nextDouble());
    }
    for (String row : List.of("bull", "bear", "high_vol", "chop", "normal")) {
      boolean isHighVol = row.equals("high_vol");
      overrides.put("risk_multiplier_" + row, random.nextDouble(isHighVol ? 1 : 2));
      overrides.put("confidence_" + row, random.nextDouble() - (isHighVol ? 0 : 0.5));
      overrides.put("entry_bias_" + row, pick(random, EntryMode.values()).name());
      overrides.put("exit_bias_" + row, pick(random, ExitMode.values()).name());
    }
    return overrides;
  }

  /** Any of the values. */
  public static <T> T pick(SplittableRandom random, T[] values) {
    return values[random.nextInt(values.length)];
  }
}
