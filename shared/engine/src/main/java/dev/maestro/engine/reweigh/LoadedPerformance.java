package dev.maestro.engine.reweigh;

import dev.maestro.engine.journal.AgentWindows;
import dev.maestro.engine.journal.TradeField;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.reweigh.day.DayWeights;
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
 * @param computedAt when the newest weights were computed
 * @param config in use
 * @param windows as they were stored
 * @param daily from what the moves of a day are counted; empty: nothing was kept
 * @param trade the journal document; empty: there is none, or none was asked for
 */
public record LoadedPerformance(
    Optional<Instant> updatedAt,
    Optional<TenantId> tenantId,
    long revision,
    Optional<Instant> computedAt,
    Optional<WeightsConfig> config,
    Optional<AgentWindows> windows,
    Optional<DayWeights> daily,
    Optional<JournalTrade> trade) {

  /** Without a performance document. */
  public static LoadedPerformance lost(Optional<JournalTrade> trade) {
    return new LoadedPerformance(
        Optional.empty(),
        Optional.empty(),
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        trade);
  }

  /** True if the document says whose weights these are, which, and of when. */
  public boolean isNamed() {
    return revision > 0 && tenantId.isPresent() && computedAt.isPresent();
  }

  /**
   * The same; what the document does not say is taken from the weights that are still there, so
   * that neither revisions nor their times go back and nobody's weights become another tenant's.
   *
   * @param weights of which no more is known than their tenant, revision and time
   */
  public LoadedPerformance orNamedBy(LoadedPerformance weights) {
    return new LoadedPerformance(
        updatedAt,
        tenantId.or(weights::tenantId),
        revision > 0 ? revision : weights.revision(),
        computedAt.or(weights::computedAt),
        config,
        windows,
        daily,
        trade);
  }

  /**
   * Whose weights these are: by the document, else by the trade; else the user's own, whose tenant
   * has the same name; empty if no tenant can have it. Not for weights that are made anew: {@link
   * dev.maestro.engine.tenant.member.TenantUsers#home}.
   */
  public Optional<TenantId> tenantOf(Uid uid) {
    return tenantId.or(this::namedByTrade).or(() -> TenantId.of(uid.value()));
  }

  /** Whose the trade is: by what it says itself, else whose the weights are. */
  Optional<TenantId> tenantOfTrade(Uid uid) {
    return namedByTrade().or(() -> tenantOf(uid));
  }

  /** Whose the trade says it is; what a trade says makes nobody a member. */
  Optional<TenantId> namedByTrade() {
    return trade
        .flatMap(written -> written.document().field(TradeField.TENANT_ID))
        .filter(String.class::isInstance)
        .flatMap(id -> TenantId.of(((String) id).strip()));
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
