package dev.maestro.firestore.metrics;

import com.google.cloud.firestore.Firestore;
import dev.maestro.engine.metrics.LoadMetricsPort;
import dev.maestro.engine.metrics.Metrics;
import dev.maestro.engine.metrics.MetricsForm;
import dev.maestro.engine.name.TenantId;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredFields;
import java.time.Duration;

/** Metrics in Firestore; one document. */
public final class FirestoreMetrics implements LoadMetricsPort {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Firestore firestore;

  /** Reads here. */
  public FirestoreMetrics(Firestore firestore) {
    this.firestore = firestore;
  }

  @Override
  public Metrics load(TenantId tenant) {
    return MetricsForm.read(
        StoredFields.of(
            StoreCalls.await(
                firestore.document(Paths.of(tenant, MetricsDocument.PATH)).get(), PATIENCE)));
  }
}
