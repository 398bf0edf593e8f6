package dev.maestro.firestore.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.cloud.firestore.WriteBatch;
import dev.maestro.engine.audit.ChainHead;
import dev.maestro.engine.audit.ChainHeadForm;
import dev.maestro.engine.audit.ChainRecord;
import dev.maestro.engine.audit.ChainVerifier;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.snapshot.retention.BrokenChainException;
import dev.maestro.engine.snapshot.retention.LogRetention;
import dev.maestro.firestore.EmulatedStore;
import dev.maestro.firestore.audit.ChainDocument;
import dev.maestro.firestore.audit.DecisionLog;
import dev.maestro.firestore.audit.OldDecisions;
import dev.maestro.firestore.audit.RecordDocument;
import dev.maestro.firestore.store.IoMeter;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Logs go after the days that a tenant's settings say, and what is left is a whole chain. */
class LogRetentionTest {
  private static final TenantId TENANT = new TenantId("acme");
  private static final Instant NOW = Instant.parse("2026-03-05T00:10:00Z");
  private static final Duration KEPT = Duration.ofDays(40);

  private final EmulatedStore store = EmulatedStore.empty("demo-old-logs");
  private final LogRetention retention = FirestoreSnapshot.logs(store.firestore());
  private final DecisionLog log = new DecisionLog(store.firestore());
  private ChainHead head = ChainHead.EMPTY;

  @Test
  void without_the_setting_nothing_goes_and_nothing_is_read() {
    decide(TENANT, 120, 400);
    IoMeter.Count before = store.meter().count();
    assertThat(retention.prune(TENANT, Duration.ZERO, NOW)).isZero();
    assertThat(store.meter().count().since(before).reads()).isZero();
  }

  @Test
  void old_decisions_go_and_what_is_left_is_verified_from_where_it_begins() {
    decide(TENANT, 900, 50);
    decide(TENANT, 150, 0);
    assertThat(retention.prune(TENANT, KEPT, NOW)).isEqualTo(900);
    assertThat(left()).isEqualTo(150);
    assertThat(log.start(TENANT).seq()).isEqualTo(900);
    assertThat(faults(log.start(TENANT))).isEmpty();
    assertThat(faults(ChainHead.EMPTY)).as("the old beginning is gone").isNotEmpty();
    assertThat(retention.prune(TENANT, KEPT, NOW)).as("again").isZero();
  }

  @Test
  void the_newest_hundred_stay_whatever_their_age_and_the_head_of_the_chain_with_them() {
    decide(TENANT, 130, 400);
    assertThat(retention.prune(TENANT, KEPT, NOW)).isEqualTo(30);
    assertThat(left()).isEqualTo(100);
    assertThat(log.head(TENANT).seq()).isEqualTo(130);
    assertThat(faults(log.start(TENANT))).isEmpty();
  }

  @Test
  void a_record_that_was_changed_is_evidence_and_none_is_removed() {
    decide(TENANT, 120, 400);
    String changed =
        StoreCalls.await(store.firestore().collection(Paths.LOGS).limit(7).get())
            .getDocuments()
            .get(6)
            .getId();
    StoreCalls.await(
        store.firestore().document(Paths.LOGS + "/" + changed).update("verdict", "DENIED"));
    assertThatThrownBy(() -> retention.prune(TENANT, KEPT, NOW))
        .isInstanceOf(BrokenChainException.class)
        .hasMessageContaining(changed)
        .hasMessageContaining("was changed");
    assertThat(left()).isEqualTo(120);
  }

  @Test
  void who_prunes_at_the_same_time_never_moves_the_beginning_back() {
    decide(TENANT, 130, 400);
    OldDecisions slow = new OldDecisions(store.firestore(), TENANT, NOW.minus(KEPT), 100);
    store.write(Paths.of(TENANT, "control/chain_start"), ChainHeadForm.FORM.write(ChainHead.EMPTY));
    assertThat(slow.remove(10)).isEqualTo(10);
    assertThat(retention.prune(TENANT, KEPT, NOW)).isEqualTo(20);
    assertThat(slow.remove(10)).isZero();
    assertThat(log.start(TENANT).seq()).isEqualTo(30);
    assertThat(faults(log.start(TENANT))).isEmpty();
  }

  @Test
  void revisions_of_weights_go_by_age_and_those_of_another_tenant_stay() {
    TenantId other = new TenantId("globex");
    weights(TENANT, 410, 50);
    weights(TENANT, 3, 0);
    weights(other, 5, 50);
    decide(other, 130, 400);
    head = ChainHead.EMPTY;
    assertThat(retention.prune(TENANT, KEPT, NOW)).isEqualTo(410);
    assertThat(count(Paths.WEIGHTS_LOGS)).isEqualTo(8);
    assertThat(left()).isEqualTo(130);
  }

  /** Decisions five minutes apart behind those that are there, the newest so many days ago. */
  private void decide(TenantId tenant, int records, int daysAgo) {
    Instant newest = NOW.minus(Duration.ofDays(daysAgo));
    String id = "";
    WriteBatch batch = store.firestore().batch();
    for (int i = records - 1; i >= 0; i--) {
      Instant slot = newest.minus(Duration.ofMinutes(5L * i));
      ChainRecord record =
          ChainRecord.seal(
              Map.of("tenant_id", tenant.value(), "timestamp", slot, "verdict", "APPROVED"), head);
      head = record.head();
      id = slot.getEpochSecond() + "_s";
      batch.set(
          store.firestore().document(Paths.LOGS + "/" + id),
          RecordDocument.encode(record.fields()));
      if (i % 400 == 0) {
        StoreCalls.await(batch.commit());
        batch = store.firestore().batch();
      }
    }
    store.write(
        Paths.of(tenant, ChainDocument.PATH), ChainDocument.after(head, newest, id, 0, false));
  }

  private void weights(TenantId tenant, int revisions, int daysAgo) {
    WriteBatch batch = store.firestore().batch();
    for (int i = 0; i < revisions; i++) {
      batch.set(
          store.firestore().document(Paths.WEIGHTS_LOGS + "/" + tenant + daysAgo + "_" + i),
          StoredValue.map(
              Map.of(
                  "tenant_id",
                  tenant.value(),
                  "timestamp",
                  NOW.minus(Duration.ofDays(daysAgo)).minusSeconds(i))));
    }
    StoreCalls.await(batch.commit());
  }

  private List<String> faults(ChainHead start) {
    ChainVerifier verifier = new ChainVerifier(start);
    log.forEachCycle(TENANT, (id, record) -> verifier.add(record, id));
    verifier.endsAt(log.head(TENANT));
    return verifier.faults();
  }

  private int left() {
    return count(Paths.LOGS);
  }

  private int count(String collection) {
    return StoreCalls.await(store.firestore().collection(collection).get()).size();
  }
}
