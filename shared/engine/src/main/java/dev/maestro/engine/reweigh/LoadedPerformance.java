package dev.maestro.engine.reweigh;

import dev.maestro.engine.journal.AgentWindows;
import dev.maestro.engine.journal.RawTrade;
import dev.maestro.engine.weights.WeightsConfig;
import java.time.Instant;
import java.util.Optional;

/**
 * A performance document, or what is left of it, and the trade a nudge is about.
 *
 * <p>A document of another format, or one whose windows cannot be read, has no windows: they are
 * read from the journal again. Whatever else of it can be read still stands.
 *
 * @param updatedAt names this state of the document; empty: there is none
 * @param tenantId whose weights these are
 * @param revision of the newest weights, 0 before the first
 * @param config in use
 * @param windows as they were stored
 * @param trade the journal document; empty: there is none, or none was asked for
 */
public record LoadedPerformance(
    Optional<Instant> updatedAt,
    Optional<String> tenantId,
    long revision,
    Optional<WeightsConfig> config,
    Optional<AgentWindows> windows,
    Optional<RawTrade> trade) {

  /** No performance document. */
  public static LoadedPerformance none(Optional<RawTrade> trade) {
    return lost(0, trade);
  }

  /** A user whose state is gone, and of whose weights a revision is still there. */
  public static LoadedPerformance lost(long revision, Optional<RawTrade> trade) {
    return new LoadedPerformance(
        Optional.empty(), Optional.empty(), revision, Optional.empty(), Optional.empty(), trade);
  }
}
