package dev.maestro.embedded.journal.pnl;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Holds the sign of each P&amp;L against the side that was held and the way the price went. A side
 * that is read the wrong way round, and losses whose minus or brackets were lost, give weights
 * without an error: a loser becomes the best.
 */
public final class SignCheck {
  /** Symbols beyond these are counted with all others only. */
  private static final int MOST_SYMBOLS = 1_000;

  /** So many trades of one instrument, all of them turned, are no accident. */
  private static final int FEW = 3;

  /** So many losses by the prices, and none in the file, are no accident. */
  private static final int FEW_LOSSES = 2;

  private final Map<String, Tally> bySymbol = new TreeMap<>();
  private final Tally all = new Tally();
  private long negative;
  private long gainsOfFalls;
  private boolean hasShorts;
  private boolean hasUnsaid;

  /** Trades of a kind. */
  private static final class Tally {
    private long checked;
    private long turned;

    void add(boolean isTurned) {
      checked++;
      turned += isTurned ? 1 : 0;
    }

    boolean isMostly() {
      return turned * 2 > checked;
    }

    boolean isAlways() {
      return checked >= FEW && turned == checked;
    }
  }

  /**
   * Trades whose P&amp;L has the other sign than their prices say.
   *
   * @param instrument blank for those of all symbols
   * @param turned how many, above 0
   * @param checked of how many
   */
  public record Turned(String instrument, long turned, long checked) {}

  /**
   * Looks at a trade whose price moved.
   *
   * @param isTurned true if gain and loss have changed places and costs do not explain it
   */
  void add(String instrument, TradedSide direction, double pnl, boolean isTurned) {
    all.add(isTurned);
    negative += pnl < 0 ? 1 : 0;
    gainsOfFalls += isTurned && pnl > 0 ? 1 : 0;
    hasShorts |= direction == TradedSide.SHORT;
    hasUnsaid |= direction == TradedSide.UNSAID;
    Tally tally = bySymbol.get(instrument);
    if (tally == null && bySymbol.size() < MOST_SYMBOLS) {
      tally = new Tally();
      bySymbol.put(instrument, tally);
    }
    if (tally != null) {
      tally.add(isTurned);
    }
  }

  /** True if no row says whether its trade was long or short. */
  public boolean isUnsaid() {
    return hasUnsaid && !hasShorts;
  }

  /** True if the prices say that trades lost, and no P&amp;L of the file is below 0. */
  public boolean isMinusLost() {
    return negative == 0 && gainsOfFalls >= FEW_LOSSES;
  }

  /** Gains of trades that lost by their prices. */
  public long gainsOfFalls() {
    return gainsOfFalls;
  }

  /**
   * Where most trades are turned: in the whole file, or else in the symbols where they are, in
   * order. Where nobody says long or short, a quarter of the file is enough: shorts without a sign.
   */
  public List<Turned> turned() {
    if (all.isMostly() || (isUnsaid() && all.turned * 4 > all.checked)) {
      return List.of(new Turned("", all.turned, all.checked));
    }
    return bySymbol.entrySet().stream()
        .filter(each -> each.getValue().checked > 1 && each.getValue().isMostly())
        .map(each -> new Turned(each.getKey(), each.getValue().turned, each.getValue().checked))
        .toList();
  }

  /**
   * True if signs are wrong by a rule and not by accident: in most trades of the file, in every
   * trade of an instrument that has three, or in every loss.
   */
  public boolean isSystematic() {
    return isMinusLost() || all.isMostly() || bySymbol.values().stream().anyMatch(Tally::isAlways);
  }
}
