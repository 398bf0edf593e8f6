package dev.maestro.engine.signal.hook;

import java.util.Optional;

/** Finds hooks. A read changes nothing and may be repeated. */
@FunctionalInterface
public interface LoadHookPort {
  /**
   * The hook of an id; empty if there is none, or none that can be read.
   *
   * @throws dev.maestro.engine.port.UnavailableException if the store does not answer soon
   */
  Optional<Hook> find(HookId id);
}
