package dev.maestro.cli.snapshots;

import dev.maestro.engine.form.View;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.snapshot.MonthRows;
import dev.maestro.engine.snapshot.row.PeriodRow;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The rows of a month for people and for programs; what is unknown is a hyphen here and null there.
 */
final class MonthText {
  private static final View<MonthRows.Month> ROW =
      View.<MonthRows.Month>empty()
          .with("strategy", MonthRows.Month::strategy)
          .with("uid", MonthRows.Month::uid)
          .with("trades", month -> month.row().map(PeriodRow::trades))
          .with(
              "realized_pnl", month -> month.row().map(PeriodRow::realizedPnl).map(MonthText::text))
          .with(
              "unrealized_pnl",
              month -> month.row().flatMap(PeriodRow::unrealizedPnl).map(MonthText::text))
          .with(
              "capital_base",
              month -> month.row().flatMap(PeriodRow::capitalBase).map(MonthText::text))
          .with("error", MonthRows.Month::error);

  /** A month of a tenant, for programs. */
  static final View<Shown> JSON =
      View.<Shown>empty()
          .with("tenant", Shown::tenant)
          .with("month", shown -> shown.month().toString())
          .with("rows", shown -> shown.rows().stream().map(MonthText.ROW::write).toList());

  /** A month of a tenant. */
  record Shown(TenantId tenant, YearMonth month, List<MonthRows.Month> rows) {}

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

  private static String text(BigDecimal amount) {
    return amount.toPlainString();
  }

  private static String shown(Optional<BigDecimal> value) {
    return value.map(BigDecimal::toPlainString).orElse("-");
  }
}
