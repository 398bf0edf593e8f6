package dev.maestro.engine.policy.rule;

import dev.maestro.engine.form.Reading;
import dev.maestro.engine.market.Volatility;
import dev.maestro.engine.meta.risk.RiskMode;
import dev.maestro.engine.number.Percent;
import dev.maestro.engine.policy.Case;
import dev.maestro.engine.policy.Direction;
import dev.maestro.engine.policy.Regime;
import dev.maestro.engine.policy.input.CostLevel;
import dev.maestro.engine.policy.profile.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;

/**
 * One input in all the values that matter, and which of them are worse than which.
 *
 * @param worsenings pairs of levels {better, worse}
 */
record Axis(String name, List<Level> levels, List<int[]> worsenings) {
  private static final double STEP = 1e-6;

  /** Every level is worse than the one before. */
  static Axis chain(String name, Level... levels) {
    List<int[]> worsenings = new ArrayList<>();
    for (int level = 1; level < levels.length; level++) {
      worsenings.add(new int[] {level - 1, level});
    }
    return new Axis(name, List.of(levels), worsenings);
  }

  static Axis regime() {
    return new Axis(
        "regime",
        each(Regime.values(), (c, regime) -> c.regime = regime),
        List.of(new int[] {0, 3}, new int[] {1, 3}, new int[] {2, 3}));
  }

  static Axis direction() {
    return new Axis(
        "direction",
        each(Direction.values(), (c, direction) -> c.direction = direction),
        List.of(new int[] {0, 2}, new int[] {1, 2}));
  }

  static Axis volatility() {
    return new Axis(
        "volatility",
        each(Volatility.values(), (c, volatility) -> c.volatility = volatility),
        List.of(new int[] {1, 2}, new int[] {2, 3}, new int[] {3, 4}, new int[] {0, 4}));
  }

  static Axis dailyPnl() {
    return chain(
        "daily_pnl_pct",
        c -> c.dailyPnl(0.5),
        c -> c.dailyPnl(0),
        c -> c.dailyPnl(-c.profile.number(Parameter.DAILY_DD_LIMIT) + STEP),
        c -> c.dailyPnl(-c.profile.number(Parameter.DAILY_DD_LIMIT)),
        c -> c.dailyPnl(-c.profile.number(Parameter.DAILY_DD_LIMIT) - STEP),
        c -> c.dailyPnl = Optional.empty());
  }

  static Axis drawdown() {
    return chain(
        "current_drawdown_pct",
        c -> c.drawdown(0),
        c -> c.drawdown(-STEP),
        c -> c.drawdown(-c.profile.number(Parameter.DAILY_DD_LIMIT) + STEP),
        c -> c.drawdown(-c.profile.number(Parameter.DAILY_DD_LIMIT)),
        c -> c.drawdown(-c.profile.number(Parameter.DAILY_DD_LIMIT) - STEP),
        c -> c.drawdown = Optional.of(new Percent(STEP)));
  }

  static Axis losingStreak() {
    return chain(
        "losing_streak",
        c -> c.losingStreak(0),
        c -> c.losingStreak(1),
        c -> c.losingStreak(c.profile.count(Parameter.LOSING_STREAK_LIMIT) - 1),
        c -> c.losingStreak(c.profile.count(Parameter.LOSING_STREAK_LIMIT)),
        c -> c.losingStreak(c.profile.count(Parameter.LOSING_STREAK_LIMIT) + 1),
        c -> c.losingStreak = OptionalInt.of(-1));
  }

  static Axis openTrades() {
    return chain(
        "open_trades_count",
        c -> c.openTrades(0),
        c -> c.openTrades(c.profile.count(Parameter.MAX_OPEN_POSITIONS) - 1),
        c -> c.openTrades(c.profile.count(Parameter.MAX_OPEN_POSITIONS)),
        c -> c.openTrades(c.profile.count(Parameter.MAX_OPEN_POSITIONS) + 1),
        c -> c.openTrades = OptionalInt.empty());
  }

  static Axis exposure() {
    return chain(
        "total_exposure_pct",
        c -> c.exposure(0),
        c -> c.exposure(0.8 * c.profile.number(Parameter.TOTAL_EXPOSURE_LIMIT) - STEP),
        c -> c.exposure(0.8 * c.profile.number(Parameter.TOTAL_EXPOSURE_LIMIT)),
        c -> c.exposure(0.8 * c.profile.number(Parameter.TOTAL_EXPOSURE_LIMIT) + STEP),
        c -> c.exposure(c.profile.number(Parameter.TOTAL_EXPOSURE_LIMIT) - STEP),
        c -> c.exposure(c.profile.number(Parameter.TOTAL_EXPOSURE_LIMIT)),
        c -> c.exposure(c.profile.number(Parameter.TOTAL_EXPOSURE_LIMIT) + STEP),
        c -> c.exposure = Optional.of(new Percent(-STEP)));
  }

  static Axis spread() {
    return chain(
        "spread",
        c -> c.spreadBps = Reading.absent(),
        c -> c.spreadBps(c.profile.number(Parameter.HIGH_SPREAD_BPS)),
        c -> c.spreadBps(c.profile.number(Parameter.HIGH_SPREAD_BPS) + STEP),
        c -> c.spreadLevel = Reading.of(CostLevel.HIGH),
        c -> c.spreadBps = Reading.unreadable());
  }

  static Axis slippage() {
    return chain(
        "slippage",
        c -> c.slippageBps = Reading.absent(),
        c -> c.slippageLevel = Reading.of(CostLevel.NORMAL),
        c -> c.slippageBps(c.profile.number(Parameter.HIGH_SLIPPAGE_BPS) + STEP),
        c -> c.slippageLevel = Reading.unreadable());
  }

  static Axis costInR() {
    return chain(
        "cost_in_R",
        c -> c.costInR = Reading.absent(),
        c -> c.costInR(c.profile.number(Parameter.MAX_COST_IN_R)),
        c -> c.costInR(c.profile.number(Parameter.MAX_COST_IN_R) + STEP),
        c -> c.costInR = Reading.unreadable());
  }

  static Axis ensembleQuality() {
    return chain(
        "ensemble_quality",
        c -> c.ensembleQuality = Reading.absent(),
        c -> c.ensembleQuality(0.4),
        c -> c.ensembleQuality(0.4 - STEP),
        c -> c.ensembleQuality = Reading.unreadable());
  }

  static Axis globalPolicy() {
    return chain(
        "global_policy",
        c -> c.globalGuard = Optional.empty(),
        c -> c.global(RiskMode.AGGRESSIVE, false),
        c -> c.global(RiskMode.NORMAL, false),
        c -> c.global(RiskMode.DEFENSIVE, false),
        c -> c.global(RiskMode.AGGRESSIVE, true));
  }

  static Axis winningStreak() {
    return chain("winning_streak", c -> c.winningStreak(5), c -> c.winningStreak(0));
  }

  private static <T> List<Level> each(T[] values, BiConsumer<Case, T> set) {
    List<Level> levels = new ArrayList<>();
    for (T value : values) {
      levels.add(c -> set.accept(c, value));
    }
    return levels;
  }

  /** Sets the input to one of its values. */
  interface Level {
    void set(Case combination);
  }
}
