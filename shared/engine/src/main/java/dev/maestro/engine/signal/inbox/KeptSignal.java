package dev.maestro.engine.signal.inbox;

import dev.maestro.engine.form.Fields;
import java.time.Instant;

/**
 * A signal as it is to be kept.
 *
 * @param fields as they were sent, and {@code generated_at} if that was left out
 * @param receivedBy who sent it
 * @param expiresAt when nobody looks at it any more
 */
public record KeptSignal(Fields fields, Instant receivedAt, String receivedBy, Instant expiresAt) {}
