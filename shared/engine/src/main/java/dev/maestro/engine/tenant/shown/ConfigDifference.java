package dev.maestro.engine.tenant.shown;

import dev.maestro.engine.form.Fields;
import dev.maestro.engine.tenant.TenantConfig;
import dev.maestro.engine.tenant.settings.ConfigChange;
import dev.maestro.engine.tenant.settings.PutConfig;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What storing a configuration changed.
 *
 * @param dropped sections that were set and have their defaults now
 * @param changes a line for each value that is another now, as it was and as it is; empty: nothing
 *     was in force before that could be compared
 */
public record ConfigDifference(SortedSet<String> dropped, Optional<List<String>> changes) {
  /** Keeps its own copies. */
  public ConfigDifference {
    dropped = Collections.unmodifiableSortedSet(new TreeSet<>(dropped));
    changes = changes.map(List::copyOf);
  }

  /** What a change made of what was in force before it. */
  public static ConfigDifference of(ConfigChange change, PutConfig.Stored stored) {
    Optional<TenantConfig> before = stored.before();
    return new ConfigDifference(
        change.dropped(before.map(TenantConfig::values).orElse(Fields.EMPTY)),
        before.map(
            known ->
                ShownConfig.of(known, Map.of())
                    .changesTo(ShownConfig.of(stored.after(), Map.of()))));
  }
}
