package dev.maestro.embedded.demo;

import dev.maestro.engine.conduct.situation.SymbolMarket;
import dev.maestro.engine.form.Reading;
import dev.maestro.engine.market.Bar;
import dev.maestro.engine.market.BarHistory;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.policy.input.TradingCosts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The made-up market: calm, high volatility, a crash, its aftermath and a recovery that ends where
 * the calm began, so that the tape can be played for ever. A function of the bar's number alone:
 * nothing has to be kept. Bars are numbered from 0 at the start, those before it below 0.
 */
public final class DemoMarket {
  /** Spread of every symbol, basis points. */
  public static final double SPREAD_BPS = 2;

  /** Slippage of every symbol, basis points. */
  public static final double SLIPPAGE_BPS = 1;

  private static final int PRICE_PLACES = 4;

  private final SortedMap<Symbol, List<Bar>> tapes = new TreeMap<>();
  private final Instant start;
  private final Duration barLength;

  /**
   * The market of a world from a time on.
   *
   * @param start when bar 0 opens
   * @param barLength above 0
   */
  public DemoMarket(Instant start, Duration barLength) {
    this.start = start;
    this.barLength = barLength;
    long seed = DemoWorld.SEED;
    for (Symbol symbol : DemoWorld.LEVELS.keySet()) {
      seed++;
      double level = Optional.ofNullable(DemoWorld.LEVELS.get(symbol)).orElseThrow();
      tapes.put(symbol, MarketGenerator.loop(seed, level, start, barLength, DemoWorld.PHASES));
    }
  }

  /** Bars until the tape begins again. */
  public int length() {
    return tape(DemoWorld.BENCHMARK).size();
  }

  /** The newest bar that is closed at a time. */
  public int newestAt(Instant time) {
    return (int) Math.floorDiv(Duration.between(start, time).toMillis(), barLength.toMillis()) - 1;
  }

  /** When a bar closes. */
  public Instant closeOf(int number) {
    return start.plus(barLength.multipliedBy(number + 1L));
  }

  /** One bar. */
  public Bar bar(Symbol symbol, int number) {
    Bar bar = tape(symbol).get(Math.floorMod(number, length()));
    return new Bar(
        start.plus(barLength.multipliedBy(number)),
        bar.open(),
        bar.high(),
        bar.low(),
        bar.close(),
        bar.volume());
  }

  /** The bars up to one, oldest first. */
  public BarHistory bars(Symbol symbol, int newest, int count) {
    List<Bar> bars = new ArrayList<>(count);
    for (int number = newest - count + 1; number <= newest; number++) {
      bars.add(bar(symbol, number));
    }
    return new BarHistory(barLength, bars);
  }

  /** What a feeder stores of a symbol when a bar has closed. */
  public SymbolMarket symbol(Symbol symbol, int newest, int count) {
    TradingCosts costs =
        new TradingCosts(
            Reading.absent(),
            Reading.of(SPREAD_BPS),
            Reading.absent(),
            Reading.of(SLIPPAGE_BPS),
            Reading.absent());
    return new SymbolMarket(
        bars(symbol, newest, count), OptionalDouble.of(SPREAD_BPS), costs, closeOf(newest));
  }

  /** The price at the end of a bar. */
  public BigDecimal close(Symbol symbol, int number) {
    return price(bar(symbol, number).close());
  }

  /** The price at which a decision after a bar is filled: the next bar's open. */
  public BigDecimal fill(Symbol symbol, int number) {
    return price(bar(symbol, number + 1).open());
  }

  /** The phase that a bar belongs to, counted from 0. */
  public int phaseOf(int number) {
    int left = Math.floorMod(number, length());
    int phase = 0;
    while (left >= DemoWorld.PHASES.get(phase).bars()) {
      left -= DemoWorld.PHASES.get(phase).bars();
      phase++;
    }
    return phase;
  }

  /** The volatility index at the end of a bar, in points. */
  public BigDecimal vix(int number) {
    return DemoWorld.PHASES.get(phaseOf(number)).vix();
  }

  private List<Bar> tape(Symbol symbol) {
    return Optional.ofNullable(tapes.get(symbol)).orElseThrow();
  }

  private static BigDecimal price(double value) {
    return new BigDecimal(value).setScale(PRICE_PLACES, RoundingMode.HALF_EVEN);
  }
}
