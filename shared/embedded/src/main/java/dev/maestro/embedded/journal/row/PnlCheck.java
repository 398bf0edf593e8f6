package dev.maestro.embedded.journal.row;

import dev.maestro.engine.journal.Trade;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Holds the P&amp;L of closed trades against quantity x (exit - entry) x multiplier, where their
 * rows say at what price they were closed. It changes no figure: what does not fit is told, because
 * a missing point value, a P&amp;L in percent and a wrong column all give weights without an error.
 */
public final class PnlCheck {
  /** Symbols beyond these are counted, but get no factor of their own. */
  private static final int MOST_SYMBOLS = 1_000;

  private static final double FEES = 0.003;
  private static final double MOST = 50;
  private static final double ROUGHLY = 0.5;

  private final Map<String, Ratios> bySymbol = new TreeMap<>();
  private final Map<String, BigDecimal> multipliers = new TreeMap<>();
  private final Ratios percents = new Ratios();
  private final Ratios all = new Ratios();
  private long checked;
  private long agreed;

  /**
   * A P&amp;L that is the same multiple of what the prices say in nearly all trades of a symbol.
   *
   * @param symbol blank if the rows name none
   * @param factor how many times it is, above 0
   * @param multiplier in use, above 0
   * @param trades how many of them were looked at
   */
  public record Factor(String symbol, double factor, double multiplier, int trades) {
    /** The multiplier with which P&amp;L and prices agree. */
    public double mend() {
      return factor * multiplier;
    }
  }

  /** Looks at a trade. A trade without a move or without a P&amp;L says nothing. */
  void add(Trade trade, String symbol, double exitPrice) {
    double entry = trade.entryPrice().doubleValue();
    double capital = trade.capital().doubleValue();
    double move = Math.abs(exitPrice - entry) / entry * capital;
    double pnl = Math.abs(trade.realizedPnl().doubleValue());
    if (!(move > 0) || !(pnl > 0) || !(exitPrice > 0)) {
      return;
    }
    checked++;
    agreed += isAgreed(pnl, move, capital) ? 1 : 0;
    all.add(pnl / move);
    percents.add(pnl / (move / capital));
    Ratios ratios = bySymbol.get(symbol);
    if (ratios == null && bySymbol.size() < MOST_SYMBOLS) {
      ratios = new Ratios();
      bySymbol.put(symbol, ratios);
      multipliers.put(symbol, trade.multiplier());
    }
    if (ratios != null) {
      ratios.add(pnl / move);
    }
  }

  /** Costs explain a difference, but not one of another order of size. */
  private static boolean isAgreed(double pnl, double move, double capital) {
    double ratio = pnl / move;
    return ratio * MOST >= 1
        && ratio <= MOST
        && Math.abs(pnl - move) <= ROUGHLY * move + FEES * capital;
  }

  /** Trades whose P&amp;L could be held against their prices. */
  public long checked() {
    return checked;
  }

  /** Those of them where it is what the prices say, give or take costs. */
  public long agreed() {
    return agreed;
  }

  /** True if nearly every P&amp;L is the move in percent, or as a fraction, and so no money. */
  public boolean isPercent() {
    return percents.common().filter(PnlCheck::isWholeMove).isPresent()
        && all.common().filter(PnlCheck::isAsPriced).isEmpty();
  }

  private static boolean isAsPriced(double ratio) {
    return ratio >= 0.75 && ratio <= 1.33;
  }

  private static boolean isWholeMove(double ratio) {
    return Math.abs(ratio - 100) < 2 || Math.abs(ratio - 1) < 0.02;
  }

  /** The symbols whose P&amp;L is a constant multiple of what their prices say, in order. */
  public List<Factor> factors() {
    List<Factor> factors = new ArrayList<>();
    bySymbol.forEach(
        (symbol, ratios) ->
            ratios
                .common()
                .filter(ratio -> !isAsPriced(ratio))
                .ifPresent(
                    ratio ->
                        factors.add(
                            new Factor(
                                symbol,
                                ratio,
                                multipliers.getOrDefault(symbol, BigDecimal.ONE).doubleValue(),
                                ratios.size()))));
    return factors;
  }
}
