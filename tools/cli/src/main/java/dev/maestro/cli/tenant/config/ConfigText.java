package dev.maestro.cli.tenant.config;

import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.tenant.settings.ConfigChange;
import dev.maestro.engine.tenant.settings.ConfigInForce;
import dev.maestro.engine.tenant.settings.PutConfig;
import dev.maestro.engine.tenant.shown.ConfigAnswer;
import dev.maestro.engine.tenant.shown.ConfigDifference;
import dev.maestro.engine.tenant.shown.ConfigValue;
import java.util.ArrayList;
import java.util.List;

/** A configuration, and what storing one changed, as text for people. */
final class ConfigText {
  private ConfigText() {}

  static List<String> lines(TenantId tenant, ConfigAnswer answer) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "Configuration of "
            + tenant
            + ": "
            + answer
                .inForce()
                .map(ConfigInForce::version)
                .map(version -> "version " + version)
                .orElse("no version can be used"));
    String section = "";
    for (ConfigValue value : answer.shown().values()) {
      if (!value.section().equals(section)) {
        section = value.section();
        lines.add(section);
      }
      lines.add(
          String.format(
              "  %-28s %-28s %s",
              value.key(), value.value().map(Object::toString).orElse("-"), value.source().word()));
    }
    return lines;
  }

  /** What is dropped, and each value that is another now, as it was and as it is. */
  static List<String> changes(ConfigChange change, PutConfig.Stored stored) {
    ConfigDifference difference = ConfigDifference.of(change, stored);
    List<String> lines = new ArrayList<>();
    if (!difference.dropped().isEmpty()) {
      lines.add(
          "Dropped: "
              + String.join(", ", difference.dropped())
              + "; they have their defaults now. Without --replace they would have stayed.");
    }
    if (difference.changes().isEmpty()) {
      lines.add("Nothing was in force before.");
      return lines;
    }
    List<String> changes = difference.changes().get();
    changes.forEach(changed -> lines.add("  " + changed));
    if (changes.isEmpty()) {
      lines.add("Every value is as it was.");
    }
    return lines;
  }
}
