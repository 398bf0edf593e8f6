package dev.maestro.engine.capital.intent;

import java.time.Instant;

/**
 * When an intent was reserved, and until when it may be claimed.
 *
 * @param fence of the kill switch at that time
 */
public record Issue(long fence, Instant reservedAt, Instant expiresAt) {}
