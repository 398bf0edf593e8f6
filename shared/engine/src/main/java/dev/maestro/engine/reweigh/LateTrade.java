package dev.maestro.engine.reweigh;

import java.time.Instant;

/**
 * A trade that became known too late for the cycles of its tenant.
 *
 * @param writtenAt when its document was written last, by the clock of the store
 */
public record LateTrade(String tenantId, Instant writtenAt) {}
