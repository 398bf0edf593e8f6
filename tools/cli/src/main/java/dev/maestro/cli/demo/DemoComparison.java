package dev.maestro.cli.demo;

import dev.maestro.engine.meta.health.ClosedTrade;
import dev.maestro.engine.verdict.ReasonCode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The same session under several profiles, side by side. */
final class DemoComparison {
  /** The profiles, in the order of their columns. */
  static final List<String> PROFILES = List.of("SAFE", "STANDARD", "AGGRESSIVE");

  private static final String ROW = "%-28s %14s %14s %14s";

  private record Column(DemoChronicle chronicle, List<ClosedTrade> trades) {}

  private DemoComparison() {}

  /** The lines of a table; every column is a session of its own. */
  static List<String> lines(Map<String, String> environment) {
    List<Column> columns = new ArrayList<>();
    for (String profile : PROFILES) {
      DemoChronicle chronicle = new DemoChronicle();
      DemoSession session = new DemoSession(chronicle, Optional.of(profile), environment);
      session.run();
      columns.add(new Column(chronicle, session.tenant().closedTrades()));
    }
    List<String> lines = new ArrayList<>();
    lines.add(String.format(Locale.ROOT, ROW, "", "SAFE", "STANDARD", "AGGRESSIVE"));
    lines.add(row("signals approved", columns, column -> text(column.chronicle().approved())));
    lines.add(
        row("mean notional of entries", columns, column -> column.chronicle().meanNotional()));
    lines.add(row("trades closed", columns, column -> text(column.trades().size())));
    lines.add(row("realized P&L", columns, column -> realized(column.trades())));
    lines.add(row("deepest fall of equity", columns, column -> column.chronicle().deepestFall()));
    for (ReasonCode code : ReasonCode.values()) {
      boolean isSeen =
          columns.stream().anyMatch(column -> column.chronicle().denials().containsKey(code));
      if (isSeen) {
        lines.add(
            row(
                "denied " + code,
                columns,
                column -> text(column.chronicle().denials().getOrDefault(code, 0))));
      }
    }
    return lines;
  }

  private static String row(String name, List<Column> columns, Function<Column, String> cell) {
    List<String> cells = columns.stream().map(cell).toList();
    return String.format(Locale.ROOT, ROW, name, cells.get(0), cells.get(1), cells.get(2));
  }

  private static String text(int count) {
    return Integer.toString(count);
  }

  private static String realized(List<ClosedTrade> trades) {
    return trades.stream()
        .map(ClosedTrade::realizedPnl)
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .setScale(2, RoundingMode.HALF_EVEN)
        .toPlainString();
  }
}
