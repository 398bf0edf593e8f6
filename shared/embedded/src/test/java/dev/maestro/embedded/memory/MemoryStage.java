package dev.maestro.embedded.memory;

import dev.maestro.engine.journal.Rejection;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.reweigh.Reweigh;
import dev.maestro.engine.reweigh.WeightsCommit;
import dev.maestro.engine.tenant.member.TenantUsers;
import dev.maestro.engine.weights.WeightsConfig;
import dev.maestro.testing.member.Members;
import dev.maestro.testing.reweigh.InterruptedCommits;
import dev.maestro.testing.reweigh.ReweighStage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The store in memory, as readers see it. */
final class MemoryStage implements ReweighStage {
  final MemoryJournal journal = new MemoryJournal();
  final MemoryWeights weights = new MemoryWeights(journal);
  final List<TenantId> lookedAgain = new ArrayList<>();
  private final List<String> alerts = new ArrayList<>();
  private final Members members = new Members();

  @Override
  public void put(Uid uid, String tradeId, Map<String, ?> document) {
    journal.put(uid, tradeId, document);
  }

  @Override
  public void delete(Uid uid, String tradeId) {
    journal.delete(uid, tradeId);
  }

  @Override
  public Reweigh reweighing(Runnable beforeCommit) {
    return new Reweigh(
        weights,
        new InterruptedCommits(weights, beforeCommit),
        journal,
        (tenant, now) -> WeightsConfig.DEFAULTS,
        late -> lookedAgain.add(late.tenantId()),
        users());
  }

  TenantUsers users() {
    return new TenantUsers(
        members, (tenant, code, message, now) -> alerts.add(tenant + " " + code));
  }

  @Override
  public Members members() {
    return members;
  }

  @Override
  public List<String> alerts() {
    return alerts;
  }

  @Override
  public List<TenantId> lookedAgain() {
    return lookedAgain;
  }

  @Override
  public Optional<Published> published(Uid uid) {
    List<WeightsCommit> revisions = weights.revisions(uid);
    return revisions.isEmpty()
        ? Optional.empty()
        : Optional.of(shown(revisions.get(revisions.size() - 1)));
  }

  private static Published shown(WeightsCommit newest) {
    Map<String, String> byAgent = new TreeMap<>();
    newest
        .weights()
        .agents()
        .forEach(
            agent -> byAgent.put(agent.performance().agentId(), agent.weight().toPlainString()));
    List<Rejection> all = new ArrayList<>(newest.windows().rejections().values());
    return new Published(
        newest.revision(),
        new TenantId(newest.owner()),
        byAgent,
        newest.weights().cash().toPlainString(),
        newest.cause().tradeId(),
        all.size(),
        all.subList(Math.max(0, all.size() - 20), all.size()).stream()
            .map(rejection -> rejection.tradeId() + " " + rejection.reason().code())
            .toList(),
        newest.at());
  }

  @Override
  public List<Long> logged(Uid uid) {
    return weights.revisions(uid).stream().map(WeightsCommit::revision).toList();
  }
}
