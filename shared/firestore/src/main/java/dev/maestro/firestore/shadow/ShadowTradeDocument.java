package dev.maestro.firestore.shadow;

import com.google.cloud.firestore.CollectionReference;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.Query;
import com.google.cloud.firestore.QueryDocumentSnapshot;
import dev.maestro.engine.form.UnreadableValueException;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.shadow.ShadowTrade;
import dev.maestro.engine.shadow.ShadowTradeForm;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoredFields;
import dev.maestro.firestore.store.StoredValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code tenants/{t}/shadow_trades/{nonce}}: what was closed on paper, written by cycles. */
public final class ShadowTradeDocument {
  private static final String COLLECTION = "shadow_trades";

  private ShadowTradeDocument() {}

  /** Where a trade stands below its tenant. */
  public static String path(ShadowTrade trade) {
    return COLLECTION + "/" + trade.nonce();
  }

  /** The fields of a trade. */
  public static Map<String, Object> fields(ShadowTrade trade) {
    return StoredValue.map(ShadowTradeForm.FORM.write(trade));
  }

  /** All that were closed since a time. */
  public static Query since(Firestore firestore, TenantId tenant, Instant time) {
    CollectionReference trades = firestore.collection(Paths.of(tenant, COLLECTION));
    String closedAt = ShadowTradeForm.CLOSED_AT.name();
    return trades.whereGreaterThanOrEqualTo(closedAt, StoredValue.time(time)).orderBy(closedAt);
  }

  /** The trades; empty if one of them cannot be read, for it may be a loss. */
  public static Optional<List<ShadowTrade>> read(List<QueryDocumentSnapshot> documents) {
    List<ShadowTrade> trades = new ArrayList<>();
    try {
      for (QueryDocumentSnapshot document : documents) {
        trades.add(ShadowTradeForm.FORM.read(StoredFields.of(document)));
      }
      return Optional.of(trades);
    } catch (UnreadableValueException unreadable) {
      return Optional.empty();
    }
  }
}
