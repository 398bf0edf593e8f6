package dev.maestro.engine.reweigh;

import dev.maestro.engine.journal.AgentWindows;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.reweigh.day.DayWeights;
import dev.maestro.engine.weights.AgentWeights;
import dev.maestro.engine.weights.WeightsConfig;
import java.time.Instant;
import java.util.Optional;

/**
 * One new revision of a user's weights.
 *
 * @param readAt the state of the performance document it was made from; empty: there was none
 * @param tenantId whose weights these are; empty: the user's own, as no tenant can have that name
 * @param revision 1 more than that of the state it was made from
 * @param windows what the weights were made of
 * @param daily from what the moves of its day are counted; empty: there is no limit
 * @param at when they were computed, never before the revision before
 */
public record WeightsCommit(
    Uid uid,
    Optional<Instant> readAt,
    Optional<TenantId> tenantId,
    long revision,
    WeightsConfig config,
    AgentWindows windows,
    AgentWeights weights,
    Optional<DayWeights> daily,
    Cause cause,
    Instant at) {

  /** Whose weights these are, as it is stored: by default the user's own. */
  public String owner() {
    return tenantId.map(TenantId::value).orElse(uid.value());
  }
}
