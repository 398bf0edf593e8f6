package dev.maestro.firestore.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.firestore.CollectionReference;
import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.QueryDocumentSnapshot;
import dev.maestro.engine.conduct.ConductSlot;
import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.engine.name.TenantId;
import dev.maestro.firestore.EmulatedStore;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.testing.conduct.CalmMarket;
import dev.maestro.testing.conduct.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CycleDocumentsTest {
  private static final TenantId ACME = new TenantId("acme");
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private final Firestore firestore = EmulatedStore.empty("demo-cycle-documents").firestore();

  /** Browsers filter by it, and a rule compares it with a claim, which is text. */
  @Test
  void every_document_that_names_its_tenant_does_so_in_text() {
    new FirestoreConductStage(firestore).createTenant(ACME, NOON);
    new ConductSlot(
            new FirestoreCycles(firestore, Map.of()),
            new CalmMarket(),
            (tenant, code, message, now) -> {},
            new MovableClock(NOON.plusSeconds(2)),
            Duration.ofSeconds(60),
            "test")
        .conduct(ACME, new Slot(NOON), "owner");

    List<Object> names = new ArrayList<>();
    for (DocumentReference root :
        List.of(
            firestore.document(Paths.tenant(ACME)), firestore.document("systemStatus/cycles"))) {
      collect(root.listCollections(), names);
    }
    collect(List.of(firestore.collection(Paths.LOGS)), names);

    assertThat(names).hasSizeGreaterThanOrEqualTo(5).containsOnly("acme");
  }

  private static void collect(Iterable<CollectionReference> collections, List<Object> names) {
    for (CollectionReference collection : collections) {
      for (QueryDocumentSnapshot document : StoreCalls.await(collection.get()).getDocuments()) {
        Object name = document.get("tenant_id");
        if (name != null) {
          names.add(name);
        }
        collect(document.getReference().listCollections(), names);
      }
    }
  }
}
