package dev.maestro.embedded.journal.pnl;

import dev.maestro.engine.journal.Trade;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Holds the P&amp;L of closed trades against quantity x (exit - entry) x multiplier, with its sign,
 * where their rows say at what price they were closed. It changes no figure: what does not fit is
 * told, because a missing point value, a P&amp;L in percent or points, a lost minus and a wrong
 * column all give weights without an error.
 */
public final class PnlCheck {
  /** Symbols beyond these are counted, but get no factor of their own. */
  private static final int MOST_SYMBOLS = 1_000;

  /** Costs of a trade, as a part of what was bought and sold. */
  private static final double COSTS = 0.005;

  /** Income from holding it, and prices that are rounded averages, as a part of the same. */
  private static final double INCOME = 0.0001;

  private static final double ROUNDED = 0.01;

  /** Costs that leave less of a gain than this part are no costs. */
  private static final double LEFT_OF_GAIN = 0.125;

  /** Fewer may fit by chance. */
  private static final int LEAST_EXACT = 3;

  private final Map<String, Ratios> bySymbol = new TreeMap<>();
  private final Map<String, BigDecimal> multipliers = new TreeMap<>();
  private final Ratios percents = new Ratios();
  private final Ratios points = new Ratios();
  private final Ratios all = new Ratios();
  private final SignCheck signs = new SignCheck();
  private final FarTrades far = new FarTrades();
  private double leastMultiplier = Double.POSITIVE_INFINITY;
  private double mostMultiplier;
  private long checked;
  private long agreed;
  private long exact;

  /**
   * A P&amp;L that is the same multiple of what the prices say in nearly all trades of an
   * instrument.
   *
   * @param instrument blank if the rows name none, or for all symbols together
   * @param factor how many times it is, above 0
   * @param multiplier in use, above 0
   * @param trades how many of them were looked at
   */
  public record Factor(String instrument, double factor, double multiplier, int trades) {
    /** The multiplier with which P&amp;L and prices agree. */
    public double mend() {
      return factor * multiplier;
    }
  }

  /** Looks at a trade. A trade without a move or without a P&amp;L says nothing. */
  public void add(Trade trade, String instrument, BigDecimal exitPrice, TradedSide direction) {
    double entry = trade.entryPrice().doubleValue();
    double exit = exitPrice.doubleValue();
    double capital = trade.capital().doubleValue();
    double held = direction == TradedSide.SHORT ? -capital : capital;
    double move = (exit - entry) / entry * held;
    double pnl = trade.realizedPnl().doubleValue();
    if (!(Math.abs(move) > 0) || pnl == 0 || !(exit > 0)) {
      return;
    }
    double turnover = capital + exit / entry * capital;
    double rounding = rounding(trade, exitPrice, capital / entry);
    boolean isAgreed = isAgreed(pnl, move, turnover, 0) || isAgreed(pnl, move, turnover, rounding);
    exact += Math.abs(pnl - move) <= 1e-9 * turnover ? 1 : 0;
    checked++;
    agreed += isAgreed ? 1 : 0;
    signs.add(instrument, direction, pnl, !isAgreed && (pnl > 0) != (move > 0));
    far.add(instrument, isAgreed, pnl, move, turnover);
    addRatio(trade, instrument, Math.abs(pnl / move));
    percents.add(Math.abs(pnl / (move / capital)));
  }

  private void addRatio(Trade trade, String instrument, double ratio) {
    double multiplier = trade.multiplier().doubleValue();
    leastMultiplier = Math.min(leastMultiplier, multiplier);
    mostMultiplier = Math.max(mostMultiplier, multiplier);
    all.add(ratio);
    points.add(ratio * multiplier);
    Ratios ratios = bySymbol.get(instrument);
    if (ratios == null && bySymbol.size() < MOST_SYMBOLS) {
      ratios = new Ratios();
      bySymbol.put(instrument, ratios);
      multipliers.put(instrument, trade.multiplier());
    }
    if (ratios != null) {
      ratios.add(ratio);
    }
  }

  /** Costs make a P&amp;L smaller by a part of what was traded; hardly anything makes it larger. */
  private static boolean isAgreed(double pnl, double move, double turnover, double rounding) {
    double more = pnl - move;
    double near = ROUNDED * Math.abs(move) + rounding;
    boolean isLeft = (pnl > 0) == (move < 0) || pnl / move >= LEFT_OF_GAIN;
    return isLeft && more >= -COSTS * turnover - near && more <= INCOME * turnover + near;
  }

  /** What the last digits of P&amp;L and prices may hide, in money. */
  private static double rounding(Trade trade, BigDecimal exitPrice, double size) {
    int digits = Math.max(trade.entryPrice().scale(), exitPrice.scale());
    return 0.5 * Math.pow(10, -trade.realizedPnl().scale()) + 0.5 * Math.pow(10, -digits) * size;
  }

  /** Trades whose P&amp;L could be held against their prices. */
  public long checked() {
    return checked;
  }

  /** Those of them where it is what the prices say, give or take costs, its sign too. */
  public long agreed() {
    return agreed;
  }

  /** True if each P&amp;L is what the prices say to the last digit: nothing was paid for it. */
  public boolean isBeforeCosts() {
    return checked >= LEAST_EXACT && exact == checked;
  }

  /** True if more than a quarter of the P&amp;L is not what the prices say. */
  public boolean isInDoubt() {
    return (checked - agreed) * 4 > checked;
  }

  /** Single trades whose P&amp;L is a multiple of what their prices say. */
  public FarTrades far() {
    return far;
  }

  /** The signs. */
  public SignCheck signs() {
    return signs;
  }

  /** True if nearly every P&amp;L is the move in percent, or as a fraction, and so no money. */
  public boolean isPercent() {
    return percents.common().filter(PnlCheck::isWholeMove).isPresent()
        && all.common().filter(PnlCheck::isAsPriced).isEmpty();
  }

  /**
   * True if nearly every P&amp;L is the move times the quantity, without the multiplier: points.
   */
  public boolean isPoints() {
    return mostMultiplier != 1
        && points.common().filter(PnlCheck::isAsPriced).isPresent()
        && all.common().filter(PnlCheck::isAsPriced).isEmpty();
  }

  private static boolean isAsPriced(double ratio) {
    return ratio >= 0.75 && ratio <= 1.33;
  }

  private static boolean isWholeMove(double ratio) {
    return Math.abs(ratio - 100) < 2 || Math.abs(ratio - 1) < 0.02;
  }

  /**
   * The symbols whose P&amp;L is a constant multiple of what their prices say, in order; if there
   * are none, all symbols together, of which each may have one trade only.
   */
  public List<Factor> factors() {
    List<Factor> factors = new ArrayList<>();
    bySymbol.forEach(
        (instrument, ratios) ->
            ratios
                .common()
                .filter(ratio -> !isAsPriced(ratio))
                .ifPresent(
                    ratio ->
                        factors.add(
                            new Factor(instrument, ratio, multiplier(instrument), ratios.size()))));
    if (factors.isEmpty() && leastMultiplier == mostMultiplier) {
      all.common()
          .filter(ratio -> !isAsPriced(ratio))
          .ifPresent(ratio -> factors.add(new Factor("", ratio, mostMultiplier, all.size())));
    }
    return factors;
  }

  private double multiplier(String instrument) {
    return multipliers.getOrDefault(instrument, BigDecimal.ONE).doubleValue();
  }
}
