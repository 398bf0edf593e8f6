package dev.maestro.firestore.stats;

import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.FieldMask;
import com.google.cloud.firestore.FieldValue;
import com.google.cloud.firestore.Firestore;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.port.UnavailableException;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StaleWriteException;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredFields;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Up to when a tenant's closed trades are known to its statistics. */
public final class Watermark {
  /** When the watermark was taken away, the last time. */
  public static final String TAKEN_AWAY_AT = "watermark_taken_away_at";

  private Watermark() {}

  /**
   * Takes it away: the next cycle looks through the last 30 days again. For whoever has written
   * trades of the past, which no cycle would look for. The server's time goes with it, so that
   * taking away what is away already changes the document, too: a cycle that has looked before it
   * cannot commit.
   *
   * @throws UnavailableException if it is not known whether it was done
   */
  public static void remove(Firestore firestore, TenantId tenant) {
    DocumentReference statistics = firestore.document(Paths.of(tenant, StatsDocument.PATH));
    Map<String, @Nullable Object> none = new HashMap<>();
    none.put("watermark", null);
    none.put(TAKEN_AWAY_AT, FieldValue.serverTimestamp());
    try {
      StoreCalls.await(statistics.update(none));
    } catch (StaleWriteException stale) {
      if (StoreCalls.await(statistics.get()).exists()) {
        throw new UnavailableException("the watermark of " + tenant + " was held by others", stale);
      }
      // Whoever makes statistics looks at everything.
    }
  }

  /**
   * The same for one trade that was written; nothing if it was taken away after that, for then
   * every cycle to come has looked or will look. So a thousand late trades are not a thousand
   * writes, between which no cycle could commit.
   *
   * @param writtenAt by the clock of the store
   */
  public static void removeFor(Firestore firestore, TenantId tenant, Instant writtenAt) {
    DocumentReference statistics = firestore.document(Paths.of(tenant, StatsDocument.PATH));
    DocumentSnapshot stored =
        StoreCalls.await(
                firestore.getAll(new DocumentReference[] {statistics}, FieldMask.of(TAKEN_AWAY_AT)))
            .get(0);
    boolean isDone =
        stored.exists()
            && StoredFields.of(stored)
                .raw(TAKEN_AWAY_AT)
                .filter(at -> at instanceof Instant time && time.isAfter(writtenAt))
                .isPresent();
    if (!isDone) {
      remove(firestore, tenant);
    }
  }
}
