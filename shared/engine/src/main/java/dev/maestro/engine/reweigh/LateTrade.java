package dev.maestro.engine.reweigh;

import dev.maestro.engine.name.TenantId;
import java.time.Instant;

/**
 * A trade that became known too late for the cycles of its tenant.
 *
 * @param writtenAt when its document was written last, by the clock of the store
 */
public record LateTrade(TenantId tenantId, Instant writtenAt) {}
