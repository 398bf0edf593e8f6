package dev.maestro.embedded.journal.doubt;

import dev.maestro.engine.journal.Trade;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a person is told of the usable trades of one file, beside their prices. */
public final class TradeDoubts {
  /** Programs write times like 1970-01-01 or 0001-01-01 for none. */
  private static final Instant FIRST_EXPORTS = Instant.parse("1980-01-01T00:00:00Z");

  /** Fewer than these, or than this part of all, may be executions of one order. */
  private static final long FEW = 2;

  private static final double PART = 0.02;

  private final AgentNames agents = new AgentNames();
  private final SameRows same = new SameRows();
  private final UnsizedContracts contracts = new UnsizedContracts();
  private long trades;
  private long beforeExports;
  private long beforeOpened;

  /** How a trade stands in the file. */
  public enum Standing {
    /** With an id of its own, or made of executions. */
    WITH_ID,
    /** Without an id. */
    WITHOUT_ID
  }

  /** Looks at a trade. */
  public void add(Trade trade, String instrument, Standing standing) {
    trades++;
    agents.add(trade.agentId());
    if (standing == Standing.WITHOUT_ID) {
      same.add(trade, instrument);
    }
    beforeExports += trade.closedAt().isBefore(FIRST_EXPORTS) ? 1 : 0;
  }

  /** Looks at when a trade was opened, where its row says that. */
  public void addOpened(Trade trade, Instant openedAt) {
    beforeOpened += trade.closedAt().isBefore(openedAt) ? 1 : 0;
  }

  /** Looks at the instrument of a trade whose size nobody says and no price tells. */
  public void addUnsized(String instrument) {
    contracts.add(instrument);
  }

  /** What there is to tell, one sentence each. */
  public List<String> sentences() {
    List<String> sentences = new ArrayList<>(agents.sentences());
    sentences.addAll(contracts.sentences());
    if (beforeExports > 0) {
      sentences.add(
          beforeExports
              + " trades were closed before 1980: if that stands for no time, they are open, so"
              + " leave closed_at empty");
    }
    if (beforeOpened > 0) {
      sentences.add(
          beforeOpened
              + " trades were closed before they were opened: look at the columns of closed_at and"
              + " opened_at, and whether the prices beside them are exchanged as well");
    }
    if (same.count() > FEW && same.count() > PART * trades) {
      sentences.add(
          same.count()
              + " rows say what an earlier row without an id says (agent, symbol, time, P&L, price,"
              + " quantity): if the file is several exports glued together, they count twice;"
              + " remove them or give each trade a trade_id");
    }
    return sentences;
  }
}
