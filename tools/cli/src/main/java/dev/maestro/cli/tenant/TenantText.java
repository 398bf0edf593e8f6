package dev.maestro.cli.tenant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A tenant as text for people. */
final class TenantText {
  private TenantText() {}

  static List<String> lines(Map<String, Object> view) {
    List<String> lines = new ArrayList<>();
    lines.add("Tenant " + view.get("tenant") + ": " + view.get("name"));
    for (String fact : List.of("active", "base_capital", "timezone", "owner_uid")) {
      lines.add("  " + padded(fact, 14) + view.get(fact));
    }
    Map<?, ?> control = (Map<?, ?>) view.getOrDefault("control", Map.of());
    lines.add("Control state: " + control.get("state") + reason(control));
    Map<?, ?> config = (Map<?, ?>) view.getOrDefault("config", Map.of());
    lines.add("Configuration: version " + text(config.get("version")));
    lines.add("Members");
    lines.addAll(rows(view.get("members"), "uid", "role", "strategies"));
    lines.add("Strategies");
    lines.addAll(rows(view.get("strategies"), "id", "status", "uid", "agent_id"));
    List<?> warnings = (List<?>) view.getOrDefault("warnings", List.of());
    warnings.forEach(warning -> lines.add("Warning: " + warning));
    return lines;
  }

  /** One line per row under the names of the columns, each as wide as its widest value. */
  static List<String> rows(@Nullable Object rows, String... columns) {
    List<List<String>> cells = new ArrayList<>();
    cells.add(Arrays.asList(columns));
    if (rows instanceof List<?> list) {
      for (Object row : list) {
        cells.add(
            Arrays.stream(columns).map(column -> text(((Map<?, ?>) row).get(column))).toList());
      }
    }
    List<String> lines = new ArrayList<>();
    for (List<String> row : cells) {
      StringBuilder line = new StringBuilder("  ");
      for (int column = 0; column < columns.length; column++) {
        int at = column;
        int width = cells.stream().mapToInt(cell -> cell.get(at).length()).max().orElse(0);
        line.append(padded(row.get(column), width + 2));
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  private static String reason(Map<?, ?> control) {
    String reason = text(control.get("reason"));
    return reason.equals("-") ? "" : " (" + reason + ", by " + text(control.get("by")) + ")";
  }

  private static String text(@Nullable Object value) {
    if (value instanceof Optional<?> optional) {
      return text(optional.orElse(null));
    }
    if (value instanceof List<?> list) {
      return list.isEmpty() ? "-" : String.join(",", list.stream().map(String::valueOf).toList());
    }
    return value == null ? "-" : value.toString();
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
