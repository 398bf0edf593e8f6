package dev.maestro.engine.archive;

import dev.maestro.engine.audit.CanonicalJson;
import dev.maestro.engine.audit.ChainRecord;
import dev.maestro.engine.cycle.CycleOutcome;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A stored decision, decided again from what was kept beside it.
 *
 * @param archive what it was decided from
 * @param outcome what comes of it now
 * @param differs the fields of the record that are not byte for byte what they were, sorted; empty:
 *     all of them are
 */
public record CycleReplay(CycleArchive archive, CycleOutcome outcome, SortedSet<String> differs) {
  /**
   * Decides it again.
   *
   * @param engineVersion who decides
   * @throws UnusableArchiveException if it cannot be decided again
   */
  public static CycleReplay of(StoredDecision stored, String engineVersion) {
    CycleArchive archive = stored.archive(engineVersion);
    CycleOutcome outcome = archive.decide(stored.inputHash());
    return new CycleReplay(
        archive, outcome, different(stored.record().values(), outcome.record().fields()));
  }

  /** True if the record is byte for byte what it was. */
  public boolean isEqual() {
    return differs.isEmpty();
  }

  /** What is outside the hash was told about the cycle, not decided in it; the hash is compared. */
  private static SortedSet<String> different(Map<String, ?> before, Map<String, ?> after) {
    SortedMap<String, Object> one = decided(before);
    SortedMap<String, Object> other = decided(after);
    TreeSet<String> names = new TreeSet<>(one.keySet());
    names.addAll(other.keySet());
    names.removeIf(name -> text(one, name).equals(text(other, name)));
    return names;
  }

  private static SortedMap<String, Object> decided(Map<String, ?> record) {
    SortedMap<String, Object> fields = new TreeMap<>(record);
    Object hash = fields.get("hash");
    fields.keySet().removeAll(ChainRecord.OUTSIDE_HASH);
    if (hash != null) {
      fields.put("hash", hash);
    }
    return fields;
  }

  private static Optional<String> text(Map<String, Object> record, String name) {
    return record.containsKey(name)
        ? Optional.of(CanonicalJson.write(record.get(name)))
        : Optional.empty();
  }
}
