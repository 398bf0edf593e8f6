package dev.maestro.firestore.metrics;

import com.google.cloud.firestore.FieldValue;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.SetOptions;
import com.google.cloud.firestore.WriteBatch;
import dev.maestro.engine.metrics.Metrics;
import dev.maestro.engine.metrics.MetricsForm;
import dev.maestro.engine.name.TenantId;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoredValue;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code tenants/{t}/maestro/metrics}. Firestore itself adds the counts up, so nobody has to read
 * them first and they never keep a batch from being stored: what is lost, or is no number, begins
 * again at what is added.
 */
public final class MetricsDocument {
  /** Where it stands below its tenant. */
  public static final String PATH = "maestro/metrics";

  private MetricsDocument() {}

  /** Adds these with a batch: once if it is stored, and not at all if it is not. */
  public static void add(Firestore firestore, WriteBatch batch, TenantId tenant, Metrics more) {
    Map<String, Object> fields = StoredValue.map(MetricsForm.write(more));
    fields.put(MetricsForm.COUNTS, increments(more));
    fields.put("tenant_id", tenant.value());
    batch.set(firestore.document(Paths.of(tenant, PATH)), fields, SetOptions.merge());
  }

  private static Map<String, Object> increments(Metrics more) {
    Map<String, Object> families = new LinkedHashMap<>();
    more.counts()
        .families()
        .forEach(
            (family, words) -> {
              Map<String, Object> added = new LinkedHashMap<>();
              words.forEach((word, number) -> added.put(word, FieldValue.increment(number)));
              families.put(family, added);
            });
    return families;
  }
}
