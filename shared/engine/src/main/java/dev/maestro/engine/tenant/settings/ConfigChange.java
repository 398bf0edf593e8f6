package dev.maestro.engine.tenant.settings;

import dev.maestro.engine.form.Fields;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is to be stored of a configuration.
 *
 * @param sections that are given; an empty one takes all its defaults
 * @param isWhole true: sections that are not given are dropped; false: they stay as they are
 */
public record ConfigChange(Fields sections, boolean isWhole) {
  /** Sections in place of those of the same name; all others stay. */
  public static ConfigChange merging(Fields sections) {
    return new ConfigChange(sections, false);
  }

  /** A configuration in place of the whole one. */
  public static ConfigChange replacing(Fields sections) {
    return new ConfigChange(sections, true);
  }

  /** The sections after the change. */
  public Fields after(Fields before) {
    Map<String, Object> after = new TreeMap<>(isWhole ? Map.of() : before.values());
    after.putAll(sections.values());
    return Fields.of("", after);
  }

  /** The sections that were set and are not any more. */
  public SortedSet<String> dropped(Fields before) {
    SortedSet<String> dropped = new TreeSet<>(before.names());
    dropped.removeAll(after(before).names());
    return dropped;
  }
}
