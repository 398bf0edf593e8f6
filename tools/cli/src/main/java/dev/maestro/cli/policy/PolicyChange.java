package dev.maestro.cli.policy;

import dev.maestro.engine.audit.CanonicalJson;
import dev.maestro.engine.form.View;
import dev.maestro.engine.form.Written;
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

  private static final View<Field> FIELD =
      View.<Field>empty().with("from", Field::from).with("to", Field::to);

  /** For programs. */
  static final View<PolicyChange> JSON =
      View.<PolicyChange>empty()
          .with("timestamp", change -> CanonicalJson.time(change.entry.time()))
          .with("tenant_id", change -> change.entry.tenant())
          .with("changed", PolicyChange::fields)
          .with("note", change -> change.entry.text("note"))
          .with(
              "block_reasons",
              change -> change.entry.policy().raw("block_reasons").orElse(List.of()))
          .all(PolicyEntry.RISK, PolicyChange::entry)
          .with("policy", change -> change.entry.recorded());

  private Map<String, Written> fields() {
    Map<String, Written> fields = new LinkedHashMap<>();
    changed.forEach(field -> fields.put(field.name(), FIELD.written(field)));
    return fields;
  }

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
