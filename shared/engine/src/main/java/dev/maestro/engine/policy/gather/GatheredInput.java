package dev.maestro.engine.policy.gather;

import java.time.Duration;
import java.util.Optional;

/**
 * One input as people see it.
 *
 * @param value empty: unknown
 * @param age of the source; empty if there is none, negative if its clock is ahead
 */
public record GatheredInput(InputName name, Optional<String> value, Optional<Duration> age) {
  /** The value as text, or {@code unknown}. */
  public String text() {
    return value.orElse("unknown");
  }
}
