package dev.maestro.embedded.journal.row;

import dev.maestro.embedded.journal.fill.FillOrder;
import dev.maestro.embedded.journal.pnl.PnlCheck;
import java.util.List;
import java.util.Optional;

/** How many rows of a file were what. */
public final class ReadCounts {
  private long closed;
  private long open;
  private long other;
  private long rejected;
  private long aboveOne;
  private long fills;
  private long stillOpen;
  private long headers;
  private final PnlCheck pnlCheck = new PnlCheck();
  private List<String> remarks = List.of();
  private Optional<FillOrder> order = Optional.empty();

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

  /** The header of the file once more. */
  public void addHeader() {
    headers++;
  }

  /** What the reading as a whole has to tell, one sentence each. */
  public void setRemarks(List<String> sentences) {
    remarks = List.copyOf(sentences);
  }

  /** In which order the executions stand that are matched by time. */
  public void setOrder(FillOrder found) {
    order = Optional.of(found);
  }

  /** In which order the executions stand; empty if they are not matched by time. */
  public Optional<FillOrder> order() {
    return order;
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

  /** Rows that are the header once more: left out. */
  public long headers() {
    return headers;
  }

  /** The P&amp;L of the closed trades, held against their prices. */
  public PnlCheck pnlCheck() {
    return pnlCheck;
  }

  /** What the reading as a whole has to tell, one sentence each. */
  public List<String> remarks() {
    return remarks;
  }
}
