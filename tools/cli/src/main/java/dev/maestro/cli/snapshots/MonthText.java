package dev.maestro.cli.snapshots;

import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.snapshot.MonthRows;
import dev.maestro.engine.snapshot.row.PeriodRow;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The rows of a month for people and for programs; what is unknown is a hyphen here and null there.
 */
final class MonthText {
  private MonthText() {}

  static List<String> table(TenantId tenant, YearMonth month, List<MonthRows.Month> rows) {
    List<String> lines = new ArrayList<>();
    lines.add(tenant + ", " + month + " (UTC)");
    lines.add(line("STRATEGY", "TRADES", "REALIZED", "UNREALIZED", "CAPITAL"));
    rows.forEach(row -> lines.add(line(row)));
    if (rows.stream().allMatch(row -> row.error().isEmpty())) {
      lines.add(together(rows.stream().flatMap(row -> row.row().stream()).toList()));
    }
    rows.forEach(row -> row.error().ifPresent(error -> lines.add(row.strategy() + ": " + error)));
    return lines;
  }

  static Map<String, Object> json(TenantId tenant, YearMonth month, List<MonthRows.Month> rows) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("tenant", tenant.value());
    json.put("month", month.toString());
    json.put("rows", rows.stream().map(MonthText::json).toList());
    return json;
  }

  private static Map<String, Object> json(MonthRows.Month month) {
    Optional<PeriodRow> row = month.row();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("strategy", month.strategy().value());
    json.put("uid", month.uid().value());
    json.put("trades", row.map(PeriodRow::trades));
    json.put("realized_pnl", row.map(PeriodRow::realizedPnl).map(BigDecimal::toPlainString));
    json.put(
        "unrealized_pnl", row.flatMap(PeriodRow::unrealizedPnl).map(BigDecimal::toPlainString));
    json.put("capital_base", row.flatMap(PeriodRow::capitalBase).map(BigDecimal::toPlainString));
    json.put("error", month.error());
    return json;
  }

  /** The sum, which nobody knows while one row cannot be read. */
  private static String together(List<PeriodRow> rows) {
    BigDecimal realized =
        rows.stream().map(PeriodRow::realizedPnl).reduce(BigDecimal.ZERO, BigDecimal::add);
    int trades = rows.stream().mapToInt(PeriodRow::trades).sum();
    return line("together", String.valueOf(trades), realized.toPlainString(), "", "");
  }

  private static String line(MonthRows.Month month) {
    Optional<PeriodRow> row = month.row();
    return line(
        month.strategy().value(),
        row.map(known -> String.valueOf(known.trades())).orElse("-"),
        shown(row.map(PeriodRow::realizedPnl)),
        shown(row.flatMap(PeriodRow::unrealizedPnl)),
        shown(row.flatMap(PeriodRow::capitalBase)));
  }

  private static String line(String... cells) {
    return String.format(Locale.ROOT, "%-24s  %7s  %16s  %16s  %16s", (Object[]) cells)
        .stripTrailing();
  }

  private static String shown(Optional<BigDecimal> value) {
    return value.map(BigDecimal::toPlainString).orElse("-");
  }
}
