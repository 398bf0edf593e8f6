package dev.maestro.embedded.storm.broker;

/** What is really held under one key. Its cost is what it takes of the buying power. */
final class HeldPosition {
  private long units;
  private long cost;

  long units() {
    return units;
  }

  long cost() {
    return cost;
  }

  /**
   * Buys (units above 0) or sells.
   *
   * @return what the buying power changes by, before fees
   */
  long trade(long signed, long notional) {
    long size = Math.abs(signed);
    boolean isAdding = units == 0 || Long.signum(units) == Long.signum(signed);
    if (isAdding) {
      units += signed;
      cost += notional;
      return -notional;
    }
    long closed = Math.min(size, Math.abs(units));
    long turnover = closed == size ? notional : share(notional, closed, size);
    long freed = closed == Math.abs(units) ? cost : share(cost, closed, Math.abs(units));
    long gain = units > 0 ? turnover - freed : freed - turnover;
    units += Long.signum(signed) * closed;
    cost -= freed;
    long change = freed + gain;
    return closed == size
        ? change
        : change + trade(Long.signum(signed) * (size - closed), notional - turnover);
  }

  void scale(int times, int parts) {
    units = units * times / parts;
  }

  /** Moves a part to another position of the same sign. */
  void give(long part, HeldPosition to) {
    long moved = share(cost, Math.abs(part), Math.abs(units));
    units -= part;
    cost -= moved;
    to.units += part;
    to.cost += moved;
  }

  private static long share(long amount, long part, long whole) {
    return Math.round((double) amount * part / whole);
  }
}
