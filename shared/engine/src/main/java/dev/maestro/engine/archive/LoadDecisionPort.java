package dev.maestro.engine.archive;

import dev.maestro.engine.name.TenantId;
import java.util.Optional;

/** Where decisions are read back from, with what they were decided from. Changes nothing. */
@FunctionalInterface
public interface LoadDecisionPort {
  /** A decision of this tenant; empty if it has none of that id. */
  Optional<StoredDecision> find(TenantId tenant, String recordId);
}
