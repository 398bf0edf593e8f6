package dev.maestro.firestore.api;

import com.google.cloud.firestore.Firestore;
import dev.maestro.engine.conduct.situation.Situation;
import dev.maestro.engine.conduct.standing.TenantStanding;
import dev.maestro.engine.conduct.standing.UpToDate;
import dev.maestro.engine.form.Written;
import dev.maestro.engine.market.MarketState;
import dev.maestro.engine.meta.shown.ActingPolicy;
import dev.maestro.engine.meta.shown.RankingReport;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.tenant.UnknownTenantException;
import dev.maestro.firestore.cycle.FirestoreCycles;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The strategies of a tenant as an evaluation would rank them now, from what a cycle reads. */
public final class RankingView {
  private final Firestore firestore;
  private final Map<String, String> environment;

  /**
   * Reads here.
   *
   * @param environment variables of the process, for the configuration
   */
  public RankingView(Firestore firestore, Map<String, String> environment) {
    this.firestore = firestore;
    this.environment = Map.copyOf(environment);
  }

  /** The fields of {@code GET /api/msc/strategies}; empty if nothing is configured. */
  public Optional<Written> of(TenantId tenant, Instant now) {
    try {
      Situation read = new FirestoreCycles(firestore, environment).load(tenant, now);
      Situation current = UpToDate.of(read, now);
      Optional<ActingPolicy> policy =
          new TenantPolicies(firestore, tenant)
              .acting(now)
              .map(known -> new ActingPolicy(known, now));
      return Optional.of(
          new RankingReport(
                  new TenantStanding(current, MarketState.UNKNOWN, now).candidates(),
                  policy,
                  current.memory().stats().map(known -> known.watermark().orElse(now)),
                  now)
              .written());
    } catch (UnknownTenantException nothing) {
      return Optional.empty();
    }
  }
}
