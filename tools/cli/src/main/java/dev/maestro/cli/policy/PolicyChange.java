package dev.maestro.cli.policy;

import dev.maestro.engine.audit.CanonicalJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one cycle changed in the policy or in the risk mode, and why. A note alone is no change: its
 * figures move with every cycle.
 *
 * @param changed at least one field
 * @param entry the record that brought the change
 */
record PolicyChange(List<Field> changed, PolicyEntry entry) {
  private static final List<String> FIELDS =
      List.of(
          "allow_new_trades",
          "risk_profile",
          "max_risk_pct",
          "min_confidence",
          "entry_mode",
          "exit_mode",
          "max_positions",
          "allowed_symbols",
          "disallowed_symbols",
          "block_reasons",
          "profile");

  /** One field; empty where there was no policy. */
  record Field(String name, Optional<String> from, Optional<String> to) {
    /** {@code max_risk_pct 0.7 -> 0.35}. */
    String text() {
      return name + " " + from.orElse("unknown") + " -> " + to.orElse("unknown");
    }
  }

  /** All changes between entries given oldest first; the newest change first. */
  static List<PolicyChange> newestFirst(List<PolicyEntry> entries) {
    List<PolicyChange> changes = new ArrayList<>();
    for (int i = entries.size() - 1; i >= 0; i--) {
      Optional<PolicyEntry> before = i == 0 ? Optional.empty() : Optional.of(entries.get(i - 1));
      List<Field> changed = changed(before, entries.get(i));
      if (!changed.isEmpty()) {
        changes.add(new PolicyChange(changed, entries.get(i)));
      }
    }
    return changes;
  }

  /** As plain values for JSON. */
  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("timestamp", CanonicalJson.time(entry.time()));
    json.put("tenant_id", entry.tenant().value());
    Map<String, Object> fields = new LinkedHashMap<>();
    for (Field field : changed) {
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("from", field.from());
      values.put("to", field.to());
      fields.put(field.name(), values);
    }
    json.put("changed", fields);
    json.put("note", entry.text("note"));
    json.put("block_reasons", entry.policy().getOrDefault("block_reasons", List.of()));
    json.put("risk_mode", entry.riskMode());
    json.put("risk_reasons", entry.riskReasons());
    json.put("policy", entry.policy().isEmpty() ? Optional.empty() : entry.policy());
    return json;
  }

  private static List<Field> changed(Optional<PolicyEntry> before, PolicyEntry after) {
    List<Field> changed = new ArrayList<>();
    for (String name : FIELDS) {
      add(changed, new Field(name, before.flatMap(entry -> entry.text(name)), after.text(name)));
    }
    add(changed, new Field("risk_mode", before.flatMap(PolicyEntry::riskMode), after.riskMode()));
    return changed;
  }

  private static void add(List<Field> changed, Field field) {
    if (!field.from().equals(field.to())) {
      changed.add(field);
    }
  }
}
