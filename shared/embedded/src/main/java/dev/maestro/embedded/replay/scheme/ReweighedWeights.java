package dev.maestro.embedded.replay.scheme;

import dev.maestro.embedded.replay.day.ReplayDay;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.reweigh.Reweigh;
import dev.maestro.engine.tenant.member.Membership;
import dev.maestro.engine.tenant.member.TenantUsers;
import dev.maestro.engine.weights.WeightsConfig;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.SortedMap;
import java.util.TreeMap;

/** Weights by the deployed use case: every evening {@link Reweigh} reads what was closed so far. */
final class ReweighedWeights implements SchemeWeights {
  private static final Uid UID = new Uid("replay");
  private static final TenantId TENANT = new TenantId("replay");

  private final EveningStore store;
  private final Reweigh reweigh;

  ReweighedWeights(WeightsConfig config) {
    this.store = new EveningStore(config.lookbackTrades());
    this.reweigh =
        new Reweigh(
            store,
            store,
            store,
            (id, now) -> config,
            late -> {},
            new TenantUsers((id, uid) -> Membership.MEMBER, (id, code, message, at) -> {}));
    reweigh.configure(UID, TENANT, config, Instant.EPOCH);
  }

  @Override
  public SortedMap<String, Double> weights() {
    SortedMap<String, Double> weights = new TreeMap<>();
    store
        .newest()
        .weights()
        .agents()
        .forEach(agent -> weights.put(agent.performance().agentId(), agent.weight().doubleValue()));
    return weights;
  }

  @Override
  public void learn(ReplayDay day) {
    store.put(day);
    reweigh.rebuild(
        UID,
        "replay",
        day.date().plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC).minusSeconds(1));
  }
}
