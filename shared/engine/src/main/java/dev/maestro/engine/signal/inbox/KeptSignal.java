package dev.maestro.engine.signal.inbox;

import java.time.Instant;
import java.util.Map;

/**
 * A signal as it is to be kept.
 *
 * @param fields as they were sent, and {@code generated_at} if that was left out
 * @param receivedBy who sent it
 * @param expiresAt when nobody looks at it any more
 */
public record KeptSignal(
    Map<String, Object> fields, Instant receivedAt, String receivedBy, Instant expiresAt) {}
