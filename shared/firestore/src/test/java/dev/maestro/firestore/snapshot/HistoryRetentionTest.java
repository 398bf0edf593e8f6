package dev.maestro.firestore.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.firestore.WriteBatch;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.snapshot.retention.HistoryRetention;
import dev.maestro.firestore.EmulatedStore;
import dev.maestro.firestore.store.IoMeter;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Histories keep 90 days, and the newest 100 entries whatever their age. */
class HistoryRetentionTest {
  private static final TenantId TENANT = new TenantId("acme");
  private static final Instant NOW = Instant.parse("2026-03-05T00:10:00Z");
  private static final int OLD_DAYS = 91;

  private final EmulatedStore store = EmulatedStore.empty("demo-histories");
  private final HistoryRetention retention = FirestoreSnapshot.histories(store.firestore());

  @ParameterizedTest
  @CsvSource({"policy, evaluated_at", "globalPolicy, updated_at"})
  void old_entries_go_but_none_of_the_newest_hundred(String policy, String time) {
    write(TENANT, policy, time, 120, OLD_DAYS);
    write(TENANT, policy, time, 30, 0);
    assertThat(retention.prune(TENANT, NOW)).isEqualTo(50);
    assertThat(count(TENANT, policy)).isEqualTo(100);
    assertThat(retention.prune(TENANT, NOW)).isZero();
  }

  @Test
  void a_tenant_that_stood_still_for_months_keeps_its_last_hundred() {
    write(TENANT, "policy", "evaluated_at", 100, 400);
    assertThat(retention.prune(TENANT, NOW)).isZero();
  }

  @Test
  void no_entry_of_the_last_ninety_days_goes_however_many_there_are() {
    write(TENANT, "policy", "evaluated_at", 300, 0);
    write(TENANT, "policy", "evaluated_at", 5, OLD_DAYS);
    assertThat(retention.prune(TENANT, NOW)).isEqualTo(5);
    assertThat(count(TENANT, "policy")).isEqualTo(300);
  }

  @Test
  void one_tenant_is_pruned_at_a_time() {
    TenantId other = new TenantId("globex");
    write(other, "policy", "evaluated_at", 120, OLD_DAYS);
    assertThat(retention.prune(TENANT, NOW)).isZero();
    assertThat(count(other, "policy")).isEqualTo(120);
  }

  @Test
  void where_nothing_is_old_nothing_is_written_and_next_to_nothing_read() {
    write(TENANT, "policy", "evaluated_at", 150, 0);
    IoMeter.Count before = store.meter().count();
    retention.prune(TENANT, NOW);
    assertThat(store.meter().count().since(before).writes()).isZero();
    assertThat(store.meter().count().since(before).reads()).isLessThanOrEqualTo(2);
  }

  /** Entries five minutes apart, the newest so many days ago. */
  private void write(TenantId tenant, String policy, String time, int entries, int daysAgo) {
    WriteBatch batch = store.firestore().batch();
    Instant newest = NOW.minus(Duration.ofDays(daysAgo));
    for (int i = 0; i < entries; i++) {
      Instant at = newest.minus(Duration.ofMinutes(5L * i));
      batch.set(
          store.firestore().document(Paths.of(tenant, policy + "/current/history/" + at)),
          StoredValue.map(Map.of(time, at, "tenant_id", tenant.value())));
    }
    StoreCalls.await(batch.commit());
  }

  private int count(TenantId tenant, String policy) {
    return StoreCalls.await(
            store.firestore().collection(Paths.of(tenant, policy + "/current/history")).get())
        .size();
  }
}
