package dev.maestro.market;

import dev.maestro.engine.market.Bar;
import dev.maestro.engine.market.BarHistory;
import java.time.ZoneOffset;
import java.util.List;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBar;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.Indicator;
import org.ta4j.core.num.DoubleNum;
import org.ta4j.core.num.Num;

/**
 * A history as ta4j's indicators read it: the newest bars, in doubles.
 *
 * <p>ta4j's doubles equal each other within 1e-5, so a cheap coin would never move. The prices are
 * therefore scaled by a power of two, which changes no bit of their digits, and results that are
 * prices are scaled back.
 */
public final class IndicatorBars {
  /** Older bars weigh less than 1e-7 in the slowest average, so what they are does not matter. */
  private static final int MOST_BARS = 250;

  /** The newest close is scaled to 2^20, about a million. */
  private static final int SCALED_EXPONENT = 20;

  private final BarSeries series;
  private final int shift;

  private IndicatorBars(BarSeries series, int shift) {
    this.series = series;
    this.shift = shift;
  }

  /** The newest 250 bars of a history. */
  public static IndicatorBars of(BarHistory history) {
    List<Bar> bars = history.bars();
    int shift =
        history.newest().map(bar -> SCALED_EXPONENT - Math.getExponent(bar.close())).orElse(0);
    BarSeries series = new BaseBarSeriesBuilder().withNumTypeOf(DoubleNum.class).build();
    for (Bar bar : bars.subList(Math.max(0, bars.size() - MOST_BARS), bars.size())) {
      series.addBar(
          BaseBar.builder(DoubleNum::valueOf, Double.class)
              .timePeriod(history.barLength())
              .endTime(bar.start().plus(history.barLength()).atZone(ZoneOffset.UTC))
              .openPrice(Math.scalb(bar.open(), shift))
              .highPrice(Math.scalb(bar.high(), shift))
              .lowPrice(Math.scalb(bar.low(), shift))
              .closePrice(Math.scalb(bar.close(), shift))
              .volume(bar.volume())
              .build());
    }
    return new IndicatorBars(series, shift);
  }

  /** What indicators are built on. */
  public BarSeries series() {
    return series;
  }

  /** Bars in the series, 0 to 250. */
  public int size() {
    return series.getBarCount();
  }

  /** The newest value of an indicator without unit; the series is not empty. */
  public double newest(Indicator<Num> indicator) {
    return indicator.getValue(series.getEndIndex()).doubleValue();
  }

  /** The newest value of an indicator that is a price, in the unit of the bars. */
  public double newestPrice(Indicator<Num> indicator) {
    return Math.scalb(newest(indicator), -shift);
  }
}
