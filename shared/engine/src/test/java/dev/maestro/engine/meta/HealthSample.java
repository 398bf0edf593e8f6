package dev.maestro.engine.meta;

import dev.maestro.engine.market.HealthRegime;
import dev.maestro.engine.market.Volatility;
import dev.maestro.engine.meta.health.SystemHealth;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Health to change one figure of; NaN and negative counts stand for unknown. */
public record HealthSample(
    double drawdownPct,
    double winRate,
    double slope,
    int losses,
    int days,
    Volatility volatility,
    HealthRegime regime) {

  /** No signal votes for anything. */
  public static final HealthSample NEUTRAL =
      new HealthSample(3, 0.5, 0, 0, 0, Volatility.NORMAL, HealthRegime.RANGING);

  /** Every signal that can votes AGGRESSIVE. */
  public static final HealthSample BEST =
      new HealthSample(0, 0.7, 2, 0, 0, Volatility.LOW, HealthRegime.BULL_TRENDING);

  /** Every signal that can votes DEFENSIVE. */
  public static final HealthSample WORST =
      new HealthSample(9, 0.2, -3, 9, 9, Volatility.EXTREME, HealthRegime.CHOPPY);

  public SystemHealth health() {
    return new SystemHealth(
        known(drawdownPct),
        known(winRate),
        known(slope),
        known(losses),
        known(days),
        regime,
        volatility);
  }

  public HealthSample withDrawdown(double value) {
    return new HealthSample(value, winRate, slope, losses, days, volatility, regime);
  }

  public HealthSample withWinRate(double value) {
    return new HealthSample(drawdownPct, value, slope, losses, days, volatility, regime);
  }

  public HealthSample withSlope(double value) {
    return new HealthSample(drawdownPct, winRate, value, losses, days, volatility, regime);
  }

  public HealthSample withLosses(int value) {
    return new HealthSample(drawdownPct, winRate, slope, value, days, volatility, regime);
  }

  public HealthSample withDays(int value) {
    return new HealthSample(drawdownPct, winRate, slope, losses, value, volatility, regime);
  }

  public HealthSample with(Volatility value) {
    return new HealthSample(drawdownPct, winRate, slope, losses, days, value, regime);
  }

  public HealthSample with(HealthRegime value) {
    return new HealthSample(drawdownPct, winRate, slope, losses, days, volatility, value);
  }

  private static OptionalDouble known(double value) {
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  private static OptionalInt known(int value) {
    return value < 0 ? OptionalInt.empty() : OptionalInt.of(value);
  }
}
