package dev.maestro.firestore.weights;

import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.reweigh.LateTrade;
import dev.maestro.engine.reweigh.Reweigh;
import dev.maestro.engine.tenant.member.TenantUsers;
import dev.maestro.engine.weights.WeightsConfig;
import dev.maestro.firestore.stats.Watermark;
import dev.maestro.firestore.store.FirestoreConnection;
import dev.maestro.firestore.store.IoMeter;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreAddress;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredFields;
import dev.maestro.firestore.store.StoredValue;
import dev.maestro.testing.emulator.SharedEmulator;
import dev.maestro.testing.member.Members;
import dev.maestro.testing.reweigh.InterruptedCommits;
import dev.maestro.testing.reweigh.ReweighStage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The store on the emulator, as readers see it. */
final class CloudStage implements ReweighStage {
  final IoMeter meter = new IoMeter();
  final Firestore firestore;
  final FirestoreWeights weights;
  final FirestoreJournal journal;
  private final List<TenantId> lookedAgain = new ArrayList<>();
  private final List<String> alerts = new ArrayList<>();
  private final Members members = new Members();

  /** A project that only this stage uses. */
  CloudStage(String project) {
    SharedEmulator.clear(project);
    firestore =
        FirestoreConnection.open(StoreAddress.emulated(project, SharedEmulator.firestore()), meter);
    weights = new FirestoreWeights(firestore);
    journal = new FirestoreJournal(firestore);
  }

  @Override
  public void put(Uid uid, String tradeId, Map<String, ?> document) {
    StoreCalls.await(firestore.document(Paths.trade(uid, tradeId)).set(StoredValue.map(document)));
  }

  @Override
  public void delete(Uid uid, String tradeId) {
    StoreCalls.await(firestore.document(Paths.trade(uid, tradeId)).delete());
  }

  @Override
  public Reweigh reweighing(Runnable beforeCommit) {
    return new Reweigh(
        weights,
        new InterruptedCommits(weights, beforeCommit),
        journal,
        (tenant, now) -> WeightsConfig.DEFAULTS,
        this::lookAgain,
        new TenantUsers(members, (tenant, code, message, now) -> alerts.add(tenant + " " + code)));
  }

  @Override
  public Members members() {
    return members;
  }

  @Override
  public List<String> alerts() {
    return alerts;
  }

  private void lookAgain(LateTrade late) {
    Watermark.removeFor(firestore, late.tenantId(), late.writtenAt());
    lookedAgain.add(late.tenantId());
  }

  @Override
  public List<TenantId> lookedAgain() {
    return lookedAgain;
  }

  @Override
  public Optional<Published> published(Uid uid) {
    DocumentSnapshot document = StoreCalls.await(firestore.document(Paths.weights(uid)).get());
    return document.exists() ? Optional.of(shown(StoredFields.of(document))) : Optional.empty();
  }

  private static Published shown(Fields fields) {
    Map<String, String> byAgent = new TreeMap<>();
    Fields stored = fields.fields("weights");
    stored.values().keySet().forEach(agent -> byAgent.put(agent, stored.get(agent, Kinds.TEXT)));
    return new Published(
        fields.get("revision", Kinds.WHOLE),
        fields.get("tenant_id", Kinds.TENANT),
        byAgent,
        fields.get("cash", Kinds.TEXT),
        fields.fields("cause").get("trade_id", Kinds.TEXT),
        fields.get("rejected_count", Kinds.COUNT),
        fields.list("rejected").stream()
            .map(
                rejection ->
                    rejection.get("trade_id", Kinds.TEXT)
                        + " "
                        + rejection.get("reason", Kinds.TEXT))
            .toList(),
        fields.get("computed_at", Kinds.TIME));
  }

  @Override
  public List<Long> logged(Uid uid) {
    return StoreCalls.await(
            firestore
                .collection(Paths.WEIGHTS_LOGS)
                .whereEqualTo("uid", uid.value())
                .orderBy("revision")
                .get())
        .getDocuments()
        .stream()
        .map(document -> document.getLong("revision"))
        .toList();
  }

  void close() {
    firestore.shutdown();
  }
}
