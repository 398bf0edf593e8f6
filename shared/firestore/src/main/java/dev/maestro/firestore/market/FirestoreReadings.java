package dev.maestro.firestore.market;

import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.Transaction;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.market.feed.MarketReadings;
import dev.maestro.engine.market.feed.ReadingsPort;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.port.UnavailableException;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StaleWriteException;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredFields;
import dev.maestro.firestore.store.StoredValue;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code tenants/{t}/inputs/vix} and {@code inputs/ensemble}, and what trading costs beside the
 * bars of a symbol: one transaction for all that comes in one call.
 */
public final class FirestoreReadings implements ReadingsPort {
  private static final String AS_OF = "as_of";
  private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(1);

  private final Firestore firestore;

  /** Writes here. */
  public FirestoreReadings(Firestore firestore) {
    this.firestore = firestore;
  }

  @Override
  public Outcome put(TenantId tenant, MarketReadings readings, Instant now) {
    try {
      return StoreCalls.await(
          firestore.runTransaction(transaction -> put(transaction, tenant, readings, now)));
    } catch (StaleWriteException contended) {
      throw new UnavailableException("others write the readings of " + tenant, contended);
    }
  }

  private Outcome put(
      Transaction transaction, TenantId tenant, MarketReadings readings, Instant now)
      throws Exception {
    Map<DocumentReference, Map<String, Object>> dated = dated(tenant, readings);
    for (DocumentReference document : dated.keySet()) {
      if (isNewer(transaction.get(document).get(), readings.asOf(), now)) {
        return Outcome.NOT_NEWER;
      }
    }
    Map<DocumentReference, Map<String, Object>> costs = new LinkedHashMap<>();
    for (Symbol symbol : readings.costs().keySet()) {
      DocumentReference document = firestore.document(Paths.marketData(tenant, symbol));
      if (!transaction.get(document).get().exists()) {
        return Outcome.NO_BARS;
      }
      costs.put(document, StoredValue.map(readings.costs().get(symbol).values()));
    }
    dated.forEach(transaction::set);
    costs.forEach(transaction::update);
    return Outcome.STORED;
  }

  private Map<DocumentReference, Map<String, Object>> dated(
      TenantId tenant, MarketReadings readings) {
    Map<DocumentReference, Map<String, Object>> dated = new LinkedHashMap<>();
    readings
        .vix()
        .ifPresent(
            points ->
                dated.put(
                    firestore.document(Paths.vix(tenant)),
                    StoredValue.map(Map.of("vix", points, AS_OF, readings.asOf()))));
    readings
        .ensembleQuality()
        .ifPresent(
            quality ->
                dated.put(
                    firestore.document(Paths.of(tenant, "inputs/ensemble")),
                    StoredValue.map(Map.of("quality", quality.value(), AS_OF, readings.asOf()))));
    return dated;
  }

  /** A time that is none, or still to come, does not keep a reading out. */
  private static boolean isNewer(DocumentSnapshot standing, Instant asOf, Instant now) {
    return StoredFields.of(standing)
        .reading(AS_OF, Kinds.TIME)
        .value()
        .filter(known -> known.isAfter(asOf) && !known.isAfter(now.plus(CLOCK_TOLERANCE)))
        .isPresent();
  }
}
