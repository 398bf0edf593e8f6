package dev.maestro.engine.reweigh;

import dev.maestro.engine.journal.AgentWindows;
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
    Optional<JournalTrade> trade) {

  /**
   * Without a performance document.
   *
   * @param revision of weights that are still there; 0: none are
   */
  public static LoadedPerformance lost(long revision, Optional<JournalTrade> trade) {
    return new LoadedPerformance(
        Optional.empty(), Optional.empty(), revision, Optional.empty(), Optional.empty(), trade);
  }

  /**
   * True if the trade may have been written or deleted after this document was: somebody who read
   * both before that can still commit what the trade was then.
   */
  boolean isOpenToOldNews() {
    return updatedAt
        .filter(at -> trade.filter(written -> written.updatedAt().isBefore(at)).isEmpty())
        .isPresent();
  }
}
