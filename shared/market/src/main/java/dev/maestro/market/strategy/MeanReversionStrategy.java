package dev.maestro.market.strategy;

import dev.maestro.engine.name.StrategyId;

/** {@link MeanReversion} with its defaults, as the built-in strategy {@code mean-reversion}. */
public final class MeanReversionStrategy extends BarStrategySignals {
  /** For the service loader. */
  public MeanReversionStrategy() {
    super(new StrategyId("mean-reversion"), new MeanReversion(MeanReversionConfig.DEFAULTS));
  }
}
