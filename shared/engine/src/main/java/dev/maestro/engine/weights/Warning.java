package dev.maestro.engine.weights;

/**
 * What a person should know about a set of weights.
 *
 * @param text a word in capitals, and after a colon whom it is about
 */
public record Warning(String text) {
  /** Floor x agents is above 1; half of an equal share is the floor instead. */
  public static final Warning FLOOR_INFEASIBLE = new Warning("FLOOR_INFEASIBLE");

  /** Every agent is losing: each keeps the floor, the rest is cash. */
  public static final Warning ALL_LOSING = new Warning("ALL_LOSING");

  /** A configured agent without a usable trade: a typing mistake must not hold capital unseen. */
  public static Warning noTrades(String agent) {
    return new Warning("NO_TRADES:" + agent);
  }

  /** An agent whose weight may not move further today: its target is another one. */
  public static Warning heldBack(String agent) {
    return new Warning("MAX_DAILY_CHANGE:" + agent);
  }

  @Override
  public String toString() {
    return text;
  }
}
