package dev.maestro.embedded.journal.row;

/** How many rows of a file were what. */
public final class ReadCounts {
  private long closed;
  private long open;
  private long other;
  private long rejected;
  private long aboveOne;
  private long fills;
  private long stillOpen;

  /** A closed trade. */
  public void addClosed(boolean isAboveOne) {
    closed++;
    aboveOne += isAboveOne ? 1 : 0;
  }

  /** A trade that is open. */
  public void addOpen() {
    open++;
  }

  /** A row that is no trade. */
  public void addOther() {
    other++;
  }

  /** A row that cannot be used. */
  public void addRejected() {
    rejected++;
  }

  /** An execution. */
  public void addFill() {
    fills++;
  }

  /** So many positions are open at the end. */
  public void setStillOpen(long positions) {
    stillOpen = positions;
  }

  /** Closed trades that can be used. */
  public long closed() {
    return closed;
  }

  /** Trades that are not closed yet: left out. */
  public long open() {
    return open;
  }

  /** Rows that are no closed trades by their format: left out. */
  public long other() {
    return other;
  }

  /** Rows that cannot be used. */
  public long rejected() {
    return rejected;
  }

  /** Closed trades that gained or lost more than their capital. */
  public long aboveOne() {
    return aboveOne;
  }

  /** Executions. */
  public long fills() {
    return fills;
  }

  /** Positions that the executions left open. */
  public long stillOpen() {
    return stillOpen;
  }
}
