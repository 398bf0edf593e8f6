package dev.maestro.engine.signal.inbox;

import dev.maestro.engine.port.StoreVersion;
import java.time.Instant;
import java.util.Optional;

/**
 * The newest signal of a registered strategy, as it stands in the store.
 *
 * @param sent whatever stands there; empty: none has come yet
 * @param receivedAt when it came; empty: that is not said
 * @param version wanted back by {@link NewestSignalPort#replace}
 */
public record StandingSignal(
    Optional<Object> sent, Optional<Instant> receivedAt, StoreVersion version) {}
