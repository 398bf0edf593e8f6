package dev.maestro.engine.conduct.situation;

import dev.maestro.engine.name.StrategyName;
import dev.maestro.engine.signal.Signal;
import dev.maestro.engine.signal.SignalReader;
import java.time.Instant;
import java.util.Optional;

/**
 * What a strategy outside sent last, as it came. Not a signal yet: reading it is the business of
 * the cycle, and what cannot be read is named in its record.
 *
 * @param content of any form; empty: nothing was in it
 * @param receivedAt when it came, which stands in for the time that it does not give itself; empty:
 *     nobody knows
 * @param expiresAt when the inbox lets it go, whatever it says itself; empty: not said
 */
public record SentSignal(
    StrategyName strategy,
    Optional<Object> content,
    Optional<Instant> receivedAt,
    Optional<Instant> expiresAt) {
  /** A signal that comes at the given time, and lives as long as it says itself. */
  public static SentSignal at(Instant time, StrategyName strategy, Optional<Object> content) {
    return new SentSignal(strategy, content, Optional.of(time), Optional.empty());
  }

  /** The signal; one of which nobody knows when it was made is an error, for it would never age. */
  public Signal read(Instant now) {
    return SignalReader.sent(strategy, content, receivedAt, expiresAt, now);
  }
}
