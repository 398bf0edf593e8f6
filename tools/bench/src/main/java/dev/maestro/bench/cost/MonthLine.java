package dev.maestro.bench.cost;

import java.util.List;

/**
 * One line of a user's month. A user is a tenant with 20 strategies that send signals, of which
 * half are sent in a slot, 50 closes a day, ten orders, and a dashboard that is open for eight
 * hours on 22 days.
 */
record MonthLine(String what, String source, int often, Usage each) {
  /** ConstantWorkTest; the batch that Eventarc delivers is a message. */
  static final MonthLine CLOSES =
      new MonthLine("a close", "ConstantWorkTest", 50 * 30, Usage.call(2, 3, 0));

  /**
   * CycleReadsTest: 13 documents, 20 strategies, 10 signals; at most twelve written; the slot's own
   * document is deleted by its TTL policy.
   */
  static final MonthLine CYCLES =
      new MonthLine(
          "a cycle",
          "CycleReadsTest",
          288 * 30,
          Usage.call(13 + 20 + 10, 12, 1).plus(new Usage(1, 0, 0, 0, 0, 1)));

  /**
   * The ten of a slot in one call: once the member, and half a read and half a write for the limit
   * (FirestoreCallerMinutesTest); of each the strategy and the signal that stands, and the new one,
   * one after the other, for which 0.2 s are billed.
   */
  static final MonthLine SIGNALS =
      new MonthLine(
          "ten signals in a call",
          "FirestoreSignalsTest",
          288 * 30,
          new Usage(1.5 + 10 * 2, 0.5 + 10, 0, 1, 0.2, 0));

  /** The same signals in a call each, as it was until several fitted into one. */
  static final MonthLine SINGLE_SIGNALS =
      new MonthLine(
          "before: a signal put alone",
          "FirestoreSignalsTest",
          288 * 30 * 10,
          Usage.call(3.5, 1.5, 0));

  /** ClaimLoad counts 5 and 2; a report reads and writes the same and the trade. */
  static final MonthLine ORDERS =
      new MonthLine(
          "a claim and its report",
          "ClaimLoad",
          10 * 30,
          Usage.call(5, 2, 0).plus(Usage.call(5, 3, 0)));

  /**
   * PaperAccountsTest: a minute reads nothing of a tenant without a paper account. It read two
   * documents of each, the tenant and a query that finds nothing, until that was one query for all.
   */
  static final MonthLine PAPER =
      new MonthLine(
          "a minute without a paper account",
          "PaperAccountsTest",
          1_440 * 30,
          new Usage(0, 0, 0, 0, 0, 0));

  /**
   * Each strategy's rows and the journal are read anew: 1,500 trades, 5 rows written a strategy.
   */
  static final MonthLine DAYS =
      new MonthLine("the end of a day", "DayCloseLoad", 30, new Usage(1_500 + 60, 100, 0, 1, 5, 1));

  /**
   * Summary and newest cycle are sent twelve times, 16 documents at the start; once a minute the
   * page asks the API for the time, which reads a member.
   */
  static final MonthLine DASHBOARD =
      new MonthLine(
          "an hour of the dashboard", "first.ts", 8 * 22, new Usage(24 + 16 + 60, 6, 0, 60, 6, 0));

  /** In the order in which they are shown. */
  static final List<MonthLine> ALL =
      List.of(CLOSES, CYCLES, SIGNALS, ORDERS, PAPER, DAYS, DASHBOARD);

  /** In a month of one user. */
  Usage month() {
    return each.times(often);
  }
}
