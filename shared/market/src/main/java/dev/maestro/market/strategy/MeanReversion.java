package dev.maestro.market.strategy;

import dev.maestro.engine.number.NineDecimals;
import dev.maestro.market.DirectionalMovement;
import dev.maestro.market.IndicatorBars;
import org.ta4j.core.indicators.ATRIndicator;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.SMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.statistics.StandardDeviationIndicator;

/**
 * Goes against an exaggeration in a market without a trend, and leaves at the mean.
 *
 * <p>Opens when the close is outside the Bollinger band (mean and population deviation), RSI(14)
 * confirms it, and ADX(14) shows no trend. Closes when the close is back at the mean, or when a
 * trend against the position has formed after all.
 */
public final class MeanReversion extends BarStrategy {
  private static final double RSI_MIDDLE = 50;

  private final MeanReversionConfig config;

  /** The strategy with these settings. */
  public MeanReversion(MeanReversionConfig config) {
    super(Math.max(DirectionalMovement.BARS_NEEDED, config.meanBars()));
    this.config = config;
  }

  /**
   * What the newest bars say; prices in the unit of the bars.
   *
   * @param rsi 0..100
   */
  private record Reading(
      double close,
      double mean,
      double deviation,
      double rsi,
      double atr,
      DirectionalMovement movement) {}

  @Override
  Recommendation decide(IndicatorBars bars, HeldSide held) {
    Reading now = read(bars);
    return switch (held) {
      case LONG -> closeOrHold(Side.LONG, now);
      case SHORT -> closeOrHold(Side.SHORT, now);
      case NONE -> openOrHold(now);
    };
  }

  private Reading read(IndicatorBars bars) {
    ClosePriceIndicator close = new ClosePriceIndicator(bars.series());
    return new Reading(
        bars.newestPrice(close),
        bars.newestPrice(new SMAIndicator(close, config.meanBars())),
        bars.newestPrice(new StandardDeviationIndicator(close, config.meanBars())),
        bars.newest(new RSIIndicator(close, DirectionalMovement.PERIOD)),
        bars.newestPrice(new ATRIndicator(bars.series(), DirectionalMovement.PERIOD)),
        DirectionalMovement.of(bars).orElseThrow());
  }

  private Recommendation openOrHold(Reading now) {
    if (isTrending(now)) {
      return Recommendation.hold("A trend has no mean to revert to: " + describe(now));
    }
    if (isEntry(Side.LONG, now)) {
      return open(Side.LONG, now);
    }
    return config.allowShorts() && isEntry(Side.SHORT, now)
        ? open(Side.SHORT, now)
        : Recommendation.hold("No exaggeration: " + describe(now));
  }

  private boolean isEntry(Side side, Reading now) {
    return deviationsAway(side, now) > config.bandDeviations().doubleValue()
        && NineDecimals.round(rsiBeyondMiddle(side, now)) >= rsiNeeded();
  }

  private Recommendation open(Side side, Reading now) {
    double confidence =
        Side.confidence(
            (rsiBeyondMiddle(side, now) - rsiNeeded()) / (RSI_MIDDLE - rsiNeeded()),
            deviationsAway(side, now) - config.bandDeviations().doubleValue());
    return side.open(
        now.close(),
        config.stopAtrs().doubleValue() * now.atr(),
        config.riskPerTrade().doubleValue(),
        confidence,
        "An exaggeration to go against, " + side.word() + ": " + describe(now));
  }

  private Recommendation closeOrHold(Side side, Reading now) {
    if (side.gain(now.close(), now.mean()) >= 0) {
      return Recommendation.close("Back at the mean: " + describe(now));
    }
    return isTrending(now) && !side.isWith(now.movement())
        ? Recommendation.close("A trend has formed against it: " + describe(now))
        : Recommendation.hold("Not yet at the mean: " + describe(now));
  }

  private boolean isTrending(Reading now) {
    return NineDecimals.round(now.movement().adx()) >= config.maxAdx().doubleValue();
  }

  /** How far the close is on the side from which it should come back; 0 without a deviation. */
  private static double deviationsAway(Side side, Reading now) {
    return now.deviation() > 0
        ? NineDecimals.round(side.gain(now.mean(), now.close()) / now.deviation())
        : 0;
  }

  private static double rsiBeyondMiddle(Side side, Reading now) {
    return side.gain(RSI_MIDDLE, now.rsi());
  }

  private double rsiNeeded() {
    return RSI_MIDDLE - config.oversoldRsi().doubleValue();
  }

  private String describe(Reading now) {
    return Figures.of("close", now.close())
        + Figures.of(", mean(" + config.meanBars() + ")", now.mean())
        + Figures.of(", deviation", now.deviation())
        + Figures.of(", RSI(14)", now.rsi())
        + Figures.of(", ADX(14)", now.movement().adx());
  }
}
