package dev.maestro.market.strategy;

/** {@link MeanReversion} with its defaults, as the built-in strategy {@code mean-reversion}. */
public final class MeanReversionStrategy extends BarStrategySignals {
  /** For the service loader. */
  public MeanReversionStrategy() {
    super("mean-reversion", new MeanReversion(MeanReversionConfig.DEFAULTS));
  }
}
