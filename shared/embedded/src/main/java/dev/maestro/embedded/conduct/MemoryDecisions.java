package dev.maestro.embedded.conduct;

import dev.maestro.engine.archive.KeptInput;
import dev.maestro.engine.archive.StoredDecision;
import dev.maestro.engine.conduct.CycleCommit;
import dev.maestro.engine.form.Written;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.narration.Narration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Records of cycles and what they were decided from; whoever holds it locks it. */
final class MemoryDecisions {
  private final SortedMap<String, SortedMap<String, Object>> records = new TreeMap<>();
  private final Map<String, KeptInput> inputs = new HashMap<>();

  boolean has(String recordId) {
    return records.containsKey(recordId);
  }

  /** Inputs whose time is over go, as a store lets them go. */
  void put(CycleCommit commit) {
    records.put(commit.recordId(), commit.outcome().record().fields());
    inputs.values().removeIf(kept -> kept.expiresAt().isBefore(commit.now()));
    commit.input().ifPresent(kept -> inputs.put(commit.recordId(), kept));
  }

  /** Oldest slot first. */
  List<Map<String, Object>> records(TenantId tenant) {
    List<Map<String, Object>> own = new ArrayList<>();
    records.values().stream()
        .filter(record -> tenant.value().equals(record.get("tenant_id")))
        .forEach(own::add);
    return own;
  }

  Optional<StoredDecision> find(TenantId tenant, String recordId) {
    return Optional.ofNullable(records.get(recordId))
        .filter(record -> tenant.value().equals(record.get("tenant_id")))
        .map(
            record ->
                new StoredDecision(
                    recordId, new Written(record), Optional.ofNullable(inputs.get(recordId))));
  }

  void tell(String recordId, String summary, Narration narration) {
    records.computeIfPresent(
        recordId,
        (id, record) -> {
          SortedMap<String, Object> told = new TreeMap<>(record);
          told.putAll(narration.beside(summary).values());
          return told;
        });
  }
}
