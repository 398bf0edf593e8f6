package dev.maestro.engine.reweigh;

import dev.maestro.engine.name.Uid;
import java.util.Optional;

/** Loads what a step starts from. A read changes nothing and may be repeated. */
@FunctionalInterface
public interface LoadPerformancePort {
  /**
   * The performance document of a user and, if one is named, a trade of the journal, as they are
   * now: two documents in one call.
   *
   * @param tradeId the id of the trade's document; empty: no trade is read
   * @throws RuntimeException if the store cannot be read
   */
  LoadedPerformance load(Uid uid, Optional<String> tradeId);
}
