package dev.maestro.engine.policy;

import dev.maestro.engine.form.Reading;
import dev.maestro.engine.market.Volatility;
import dev.maestro.engine.meta.risk.RiskMode;
import dev.maestro.engine.number.Fraction;
import dev.maestro.engine.number.Percent;
import dev.maestro.engine.policy.input.CostLevel;
import dev.maestro.engine.policy.input.GlobalGuard;
import dev.maestro.engine.policy.input.PerformanceTag;
import dev.maestro.engine.policy.input.SymbolStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;

/** The ways in which one input gets worse. */
public enum Worsening {
  VOLATILITY(
      (c, random) ->
          c.volatility =
              switch (c.volatility) {
                case NORMAL -> Volatility.HIGH;
                case HIGH -> Volatility.EXTREME;
                case LOW, EXTREME, UNKNOWN -> Volatility.UNKNOWN;
              }),
  DIRECTION((c, random) -> c.direction = Direction.NONE),
  REGIME((c, random) -> c.regime = Regime.UNKNOWN),
  DAILY_PNL((c, random) -> c.dailyPnl = lower(c.dailyPnl, random)),
  DAILY_PNL_UNKNOWN((c, random) -> c.dailyPnl = Optional.empty()),
  DRAWDOWN((c, random) -> c.drawdown = lower(c.drawdown, random)),
  DRAWDOWN_UNKNOWN((c, random) -> c.drawdown = Optional.empty()),
  LOSING_STREAK(
      (c, random) -> c.losingStreak(c.losingStreak.orElseThrow() + 1 + random.nextInt(4))),
  LOSING_STREAK_UNKNOWN((c, random) -> c.losingStreak = OptionalInt.empty()),
  OPEN_TRADES((c, random) -> c.openTrades(c.openTrades.orElseThrow() + 1 + random.nextInt(4))),
  OPEN_TRADES_UNKNOWN((c, random) -> c.openTrades = OptionalInt.empty()),
  EXPOSURE((c, random) -> c.exposure(c.exposure.orElseThrow().value() + random.nextDouble() * 4)),
  EXPOSURE_UNKNOWN((c, random) -> c.exposure = Optional.empty()),
  SPREAD_BPS((c, random) -> c.spreadBps = higher(c.spreadBps, random)),
  SPREAD_LEVEL((c, random) -> c.spreadLevel = Reading.of(CostLevel.HIGH)),
  SLIPPAGE_BPS((c, random) -> c.slippageBps = higher(c.slippageBps, random)),
  SLIPPAGE_LEVEL((c, random) -> c.slippageLevel = Reading.unreadable()),
  COST_IN_R((c, random) -> c.costInR = higher(c.costInR, random)),
  LIQUIDITY((c, random) -> c.isLiquidityLow = true),
  ENSEMBLE_QUALITY(
      (c, random) ->
          c.ensembleQuality =
              random.nextBoolean()
                  ? Reading.of(
                      new Fraction(
                          c.ensembleQuality.value().orElse(Fraction.ONE).value()
                              * random.nextDouble()))
                  : Reading.unreadable()),
  GLOBAL_POLICY((c, random) -> c.globalGuard = c.globalGuard.map(Worsening::worse)),
  SYMBOL((c, random) -> c.symbols = worse(c.symbols, random)),
  KILL_SWITCH((c, random) -> c.killSwitch("stop")),
  LATCH((c, random) -> c.isLatched = true);

  @SuppressWarnings("ImmutableEnumChecker") // the changes have no state
  private final BiConsumer<Case, SplittableRandom> change;

  Worsening(BiConsumer<Case, SplittableRandom> change) {
    this.change = change;
  }

  public void apply(Case worse, SplittableRandom random) {
    change.accept(worse, random);
  }

  private static Optional<Percent> lower(Optional<Percent> percent, SplittableRandom random) {
    return percent.map(value -> new Percent(value.value() - random.nextDouble() * 2));
  }

  private static Reading<Double> higher(Reading<Double> number, SplittableRandom random) {
    return Reading.of(number.value().orElse(0.0) + random.nextDouble() * 8);
  }

  private static GlobalGuard worse(GlobalGuard guard) {
    return switch (guard.mode()) {
      case AGGRESSIVE -> GlobalGuard.of(RiskMode.NORMAL, guard.isStale());
      case NORMAL -> GlobalGuard.of(RiskMode.DEFENSIVE, guard.isStale());
      case DEFENSIVE -> GlobalGuard.of(RiskMode.AGGRESSIVE, true);
    };
  }

  private static List<SymbolStatistics> worse(
      List<SymbolStatistics> symbols, SplittableRandom random) {
    if (symbols.isEmpty()) {
      return symbols;
    }
    List<SymbolStatistics> worse = new ArrayList<>(symbols);
    int at = random.nextInt(worse.size());
    worse.set(at, worse(worse.get(at), random));
    return worse;
  }

  private static SymbolStatistics worse(SymbolStatistics symbol, SplittableRandom random) {
    double winRate = symbol.winRate().value().orElseThrow().value();
    double averageR = symbol.averageR().value().orElseThrow();
    int streak = symbol.losingStreak().value().orElseThrow();
    return switch (random.nextInt(4)) {
      case 0 -> with(symbol, winRate * random.nextDouble(), averageR, streak, Reading.absent());
      case 1 -> with(symbol, winRate, averageR - random.nextDouble(), streak, Reading.absent());
      case 2 -> with(symbol, winRate, averageR, streak + 1, Reading.absent());
      default -> with(symbol, winRate, averageR, streak, Reading.of(PerformanceTag.BAD));
    };
  }

  private static SymbolStatistics with(
      SymbolStatistics symbol,
      double winRate,
      double averageR,
      int streak,
      Reading<PerformanceTag> tag) {
    return new SymbolStatistics(
        symbol.symbol(),
        Reading.of(new Fraction(winRate)),
        Reading.of(averageR),
        symbol.trades(),
        Reading.of(streak),
        tag);
  }
}
