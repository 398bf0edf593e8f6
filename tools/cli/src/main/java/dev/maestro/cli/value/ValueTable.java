package dev.maestro.cli.value;

import dev.maestro.cli.TextTable;
import dev.maestro.engine.evidence.paired.AnytimeInterval;
import dev.maestro.engine.number.Money;
import dev.maestro.engine.twin.BookAmounts;
import dev.maestro.engine.twin.TwinBook;
import dev.maestro.engine.twin.TwinPart;
import dev.maestro.engine.twin.TwinTrade;
import dev.maestro.engine.twin.value.PartValue;
import dev.maestro.engine.twin.value.TwinValue;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The value of a twin as people read it: tables, and a sentence for each part. */
public final class ValueTable {
  /** The columns of the parts. */
  public static final List<String> PARTS =
      List.of("part", "money", "a month", "days", "a day, from", "to");

  /** The columns of trades. */
  public static final List<String> TRADES =
      List.of(
          "closed",
          "strategy",
          "symbol",
          "side",
          "weights",
          "throttle",
          "override",
          "policy",
          "all",
          "nonce");

  private static final String UNKNOWN = "-";
  private static final int SHOWN = 10;
  private static final int TEXTS_OF_TRADES = 4;

  private ValueTable() {}

  /** All of it. */
  static List<String> lines(TwinValue value) {
    List<String> lines = new ArrayList<>(List.of(time(value)));
    lines.add("");
    lines.addAll(TextTable.lines(PARTS, parts(value), 1));
    lines.add("");
    lines.add(books(value.made()));
    value.parts().forEach(part -> lines.add(part.part() + ": " + part.sentence()));
    lines.addAll(gaps(value));
    if (!value.trades().isEmpty()) {
      lines.add("");
      List<List<String>> trades =
          value.trades().stream().limit(SHOWN).map(ValueTable::cells).toList();
      lines.addAll(TextTable.lines(TRADES, trades, TEXTS_OF_TRADES));
    }
    return lines;
  }

  /** From when to when it counts. */
  public static String time(TwinValue value) {
    return "On paper since "
        + value.since()
        + value.asOf().map(time -> ", marked as of " + time).orElse(", not marked yet");
  }

  /** A row for each part and one for all, in the order of {@link #PARTS}. */
  public static List<List<String>> parts(TwinValue value) {
    List<List<String>> rows = new ArrayList<>();
    for (PartValue part : value.parts()) {
      Optional<AnytimeInterval> interval = part.interval();
      rows.add(
          List.of(
              part.part().word(),
              cents(part.money()),
              part.perMonth().map(ValueTable::cents).orElse(UNKNOWN),
              Integer.toString(part.daily().days()),
              interval.map(known -> cents(known.low())).orElse(UNKNOWN),
              interval.map(known -> cents(known.high())).orElse(UNKNOWN)));
    }
    rows.add(
        List.of(
            "all",
            cents(value.effect()),
            value.effectPerMonth().map(ValueTable::cents).orElse(UNKNOWN),
            "",
            "",
            ""));
    return rows;
  }

  /** What each book made, in one sentence. */
  public static String books(BookAmounts made) {
    return "The books made: "
        + Arrays.stream(TwinBook.values())
            .map(book -> book + " " + cents(made.in(book)))
            .collect(Collectors.joining(", "));
  }

  /** A trade, in the order of {@link #TRADES}. */
  public static List<String> cells(TwinTrade trade) {
    BookAmounts made = trade.realized().toCents();
    List<String> cells = new ArrayList<>();
    cells.add(trade.closedAt().toString());
    cells.add(trade.key().holder().value());
    cells.add(trade.key().symbol().value());
    cells.add(trade.opened().sign() > 0 ? "LONG" : "SHORT");
    for (TwinPart part : TwinPart.values()) {
      cells.add(cents(made.of(part)));
    }
    cells.add(cents(made.effect()));
    cells.add(trade.nonce().value());
    return cells;
  }

  private static List<String> gaps(TwinValue value) {
    List<String> gaps = new ArrayList<>();
    if (value.unmarked() > 0) {
      gaps.add(
          "The newest "
              + value.unmarked()
              + " days cannot be marked: they count with the next that can");
    }
    if (value.leftOut() > 0) {
      gaps.add(value.leftOut() + " entries were taken by no book, because one of them was full");
    }
    return gaps;
  }

  private static String cents(Money money) {
    return money.value().setScale(2, RoundingMode.HALF_EVEN).toPlainString();
  }

  private static String cents(double money) {
    return String.format(Locale.ROOT, "%.2f", money);
  }
}
