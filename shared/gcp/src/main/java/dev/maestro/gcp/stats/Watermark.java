package dev.maestro.gcp.stats;

import com.google.cloud.firestore.Firestore;
import dev.maestro.gcp.firestore.Paths;
import dev.maestro.gcp.firestore.StaleWriteException;
import dev.maestro.gcp.firestore.StoreCalls;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Up to when a tenant's closed trades are known to its statistics. */
public final class Watermark {
  private Watermark() {}

  /**
   * Takes it away: the next cycle looks through the last 30 days again. For whoever has written
   * trades of the past, which no cycle would look for.
   */
  public static void remove(Firestore firestore, String tenant) {
    Map<String, @Nullable Object> none = new HashMap<>();
    none.put("watermark", null);
    try {
      StoreCalls.await(firestore.document(Paths.of(tenant, StatsDocument.PATH)).update(none));
    } catch (StaleWriteException noStatistics) {
      // Whoever makes them looks at everything.
    }
  }
}
