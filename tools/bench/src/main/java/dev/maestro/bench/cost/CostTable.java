package dev.maestro.bench.cost;

import java.util.List;
import java.util.Locale;

/** Prints what a month costs; everything follows from {@link MonthLine} and {@link ListPrices}. */
public final class CostTable {
  private static final List<Integer> USERS = List.of(1, 100, 10_000);

  /** What the original reads to weigh four agents again when one trade closes. */
  private static final int ORIGINAL_READS = 400;

  private CostTable() {}

  /** Prints both tables. */
  public static void main(String[] arguments) {
    System.out.print(lines());
    System.out.println();
    System.out.print(months());
  }

  /** Each line of one user's month, without what is free. */
  static String lines() {
    StringBuilder text =
        new StringBuilder(
            """
            | what | a month | reads, writes, deletes | seconds | counted by | $ a month |
            |---|---|---|---|---|---|
            """);
    MonthLine.ALL.forEach(line -> text.append(row(line)));
    text.append(row(MonthLine.SINGLE_SIGNALS));
    Usage original = new Usage(ORIGINAL_READS, 1, 0, 1, 0.1, 0).times(MonthLine.CLOSES.often());
    return text.append(
            String.format(
                Locale.ROOT,
                "| the original: a close | %,d | %d, 1, 0 | 0.1 | its own description | %.3f |%n",
                MonthLine.CLOSES.often(),
                ORIGINAL_READS,
                ListPrices.of(original)))
        .toString();
  }

  private static String row(MonthLine line) {
    Usage each = line.each();
    return String.format(
        Locale.ROOT,
        "| %s | %,d | %.4g, %.4g, %.4g | %.3g | %s | %.3f |%n",
        line.what(),
        line.often(),
        each.reads(),
        each.writes(),
        each.deletes(),
        each.seconds(),
        line.source(),
        ListPrices.of(line.month()));
  }

  /** A month of so many users, before and after what is free. */
  static String months() {
    StringBuilder text =
        new StringBuilder(
            """
            | users | reads | writes | deletes | processor s | price | documents | after free |
            |---|---|---|---|---|---|---|---|
            """);
    for (int users : USERS) {
      Usage month = month(users);
      text.append(
          String.format(
              Locale.ROOT,
              "| %,d | %,.0f | %,.0f | %,.0f | %,.0f | $%,.2f | $%,.2f | $%,.2f |%n",
              users,
              month.reads(),
              month.writes(),
              month.deletes(),
              month.seconds(),
              ListPrices.of(month),
              ListPrices.documents(month),
              ListPrices.of(ListPrices.billed(month))));
    }
    return text.toString();
  }

  /** Everything that so many users do in a month, and the calls of Scheduler for all of them. */
  static Usage month(int users) {
    Usage month = new Usage(0, 0, 0, 288 * 30 + 1_440 * 30 + 30, 0.1 * (288 * 30 + 1_440 * 30), 0);
    for (MonthLine line : MonthLine.ALL) {
      month = month.plus(line.month().times(users));
    }
    return month;
  }
}
