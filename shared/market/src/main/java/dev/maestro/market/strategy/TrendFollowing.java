package dev.maestro.market.strategy;

import dev.maestro.engine.number.NineDecimals;
import dev.maestro.market.DirectionalMovement;
import dev.maestro.market.IndicatorBars;
import org.ta4j.core.indicators.ATRIndicator;
import org.ta4j.core.indicators.EMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.helpers.HighestValueIndicator;
import org.ta4j.core.indicators.helpers.LowestValueIndicator;

/**
 * Goes with a trend: two exponential averages say where it goes, ADX(14) whether there is one, and
 * a stop trails the best close by some ATR(14) (the chandelier exit of LeBeau).
 *
 * <p>Opens when the fast average is beyond the slow one, the close beyond the fast one, ADX is
 * strong enough and points the same way. Closes when the averages cross back or the close falls
 * through the trailing stop.
 */
public final class TrendFollowing extends BarStrategy {
  private final TrendFollowingConfig config;

  /** The strategy with these settings. */
  public TrendFollowing(TrendFollowingConfig config) {
    super(barsNeeded(config));
    this.config = config;
  }

  /** What the newest bars say; prices in the unit of the bars. */
  private record Reading(
      double close,
      double fast,
      double slow,
      double atr,
      double highest,
      double lowest,
      DirectionalMovement movement) {

    double best(Side side) {
      return side == Side.LONG ? highest : lowest;
    }
  }

  /** An average has settled after twice its bars. */
  private static int barsNeeded(TrendFollowingConfig config) {
    return Math.max(
        DirectionalMovement.BARS_NEEDED, Math.max(2 * config.slowBars(), config.channelBars()));
  }

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
        bars.newestPrice(new EMAIndicator(close, config.fastBars())),
        bars.newestPrice(new EMAIndicator(close, config.slowBars())),
        bars.newestPrice(new ATRIndicator(bars.series(), DirectionalMovement.PERIOD)),
        bars.newestPrice(new HighestValueIndicator(close, config.channelBars())),
        bars.newestPrice(new LowestValueIndicator(close, config.channelBars())),
        DirectionalMovement.of(bars).orElseThrow());
  }

  private Recommendation openOrHold(Reading now) {
    if (isEntry(Side.LONG, now)) {
      return open(Side.LONG, now);
    }
    return config.allowShorts() && isEntry(Side.SHORT, now)
        ? open(Side.SHORT, now)
        : Recommendation.hold("No trend to follow: " + describe(now));
  }

  private boolean isEntry(Side side, Reading now) {
    return side.gain(now.fast(), now.slow()) > 0
        && side.gain(now.close(), now.fast()) > 0
        && NineDecimals.round(now.movement().adx()) >= config.minAdx().doubleValue()
        && side.isWith(now.movement())
        && !isStopped(side, now);
  }

  private Recommendation open(Side side, Reading now) {
    double minAdx = Math.max(1, config.minAdx().doubleValue());
    double confidence =
        Side.confidence(
            (now.movement().adx() - minAdx) / minAdx,
            side.gain(now.fast(), now.slow()) / (2 * now.atr()));
    return side.open(
        now.close(),
        stopDistance(now),
        config.riskPerTrade().doubleValue(),
        confidence,
        "A trend to follow, " + side.word() + ": " + describe(now));
  }

  private Recommendation closeOrHold(Side side, Reading now) {
    if (side.gain(now.fast(), now.slow()) <= 0) {
      return Recommendation.close("The averages crossed back: " + describe(now));
    }
    return isStopped(side, now)
        ? Recommendation.close("Through the trailing stop: " + describe(now))
        : Recommendation.hold("The trend is still on: " + describe(now));
  }

  private boolean isStopped(Side side, Reading now) {
    return side.gain(now.close(), side.against(now.best(side), stopDistance(now))) < 0;
  }

  private double stopDistance(Reading now) {
    return config.stopAtrs().doubleValue() * now.atr();
  }

  private String describe(Reading now) {
    return Figures.of("close", now.close())
        + Figures.of(", EMA(" + config.fastBars() + ")", now.fast())
        + Figures.of(", EMA(" + config.slowBars() + ")", now.slow())
        + Figures.of(", ADX(14)", now.movement().adx())
        + Figures.of(", ATR(14)", now.atr());
  }
}
