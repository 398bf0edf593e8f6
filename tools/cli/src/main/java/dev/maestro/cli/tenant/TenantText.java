package dev.maestro.cli.tenant;

import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.firestore.tenant.Member;
import java.util.ArrayList;
import java.util.List;

/** A tenant as text for people. */
final class TenantText {
  private TenantText() {}

  static List<String> lines(TenantView view) {
    Tenant tenant = view.tenant();
    List<String> lines = new ArrayList<>();
    lines.add("Tenant " + tenant.id() + ": " + tenant.name());
    lines.add(fact("active", tenant.isActive()));
    lines.add(fact("base_capital", tenant.baseCapital().toPlainString()));
    lines.add(fact("timezone", tenant.zone().getId()));
    lines.add(fact("owner_uid", tenant.ownerUid()));
    lines.add("Control state: " + view.control().state() + reason(view.control()));
    lines.add(
        "Configuration: version "
            + view.config().map(config -> String.valueOf(config.version())).orElse("-"));
    lines.add("Members");
    lines.addAll(
        table(
            List.of("uid", "role", "strategies"),
            view.members().stream().map(TenantText::cells).toList()));
    lines.add("Strategies");
    lines.addAll(strategies(view.strategies()));
    view.warnings().forEach(warning -> lines.add("Warning: " + warning));
    return lines;
  }

  /** One line per strategy. */
  static List<String> strategies(List<RegisteredStrategy> strategies) {
    return table(
        List.of("id", "status", "uid", "agent_id"),
        strategies.stream().map(TenantText::cells).toList());
  }

  private static List<String> cells(Member member) {
    List<String> ids = member.strategies().stream().map(String::valueOf).toList();
    return List.of(
        member.uid().toString(), member.role().word(), ids.isEmpty() ? "-" : String.join(",", ids));
  }

  private static List<String> cells(RegisteredStrategy strategy) {
    return List.of(
        strategy.id().toString(),
        strategy.status().name(),
        strategy.uid().toString(),
        strategy.agentId().toString());
  }

  /** One line per row under the names of the columns, each as wide as its widest value. */
  private static List<String> table(List<String> columns, List<List<String>> rows) {
    List<List<String>> cells = new ArrayList<>();
    cells.add(columns);
    cells.addAll(rows);
    List<String> lines = new ArrayList<>();
    for (List<String> row : cells) {
      StringBuilder line = new StringBuilder("  ");
      for (int column = 0; column < columns.size(); column++) {
        int at = column;
        int width = cells.stream().mapToInt(cell -> cell.get(at).length()).max().orElse(0);
        line.append(padded(row.get(column), width + 2));
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  private static String fact(String name, Object value) {
    return "  " + padded(name, 14) + value;
  }

  private static String reason(TenantView.Control control) {
    String by = control.by().orElse("-");
    return control.reason().map(reason -> " (" + reason + ", by " + by + ")").orElse("");
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
