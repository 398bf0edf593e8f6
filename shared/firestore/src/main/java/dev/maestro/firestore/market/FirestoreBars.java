package dev.maestro.firestore.market;

import com.google.api.core.ApiFuture;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.WriteBatch;
import dev.maestro.engine.conduct.situation.SymbolMarket;
import dev.maestro.engine.conduct.situation.SymbolMarketForm;
import dev.maestro.engine.form.UnreadableValueException;
import dev.maestro.engine.market.BarHistory;
import dev.maestro.engine.market.feed.BarsPort;
import dev.maestro.engine.market.feed.StandingBars;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.policy.input.TradingCosts;
import dev.maestro.engine.port.StoreVersion;
import dev.maestro.firestore.store.DocumentVersion;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StaleWriteException;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredFields;
import dev.maestro.firestore.store.StoredValue;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * {@code tenants/{t}/marketData/{symbol}}: bars beside what trading costs there. Whoever feeds
 * waits, so Firestore answers within 10 seconds, or is gone.
 */
public final class FirestoreBars implements BarsPort {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Firestore firestore;

  /** Reads and writes here. */
  public FirestoreBars(Firestore firestore) {
    this.firestore = firestore;
  }

  @Override
  public StandingBars find(TenantId tenant, Symbol symbol) {
    DocumentSnapshot document = await(firestore.document(Paths.marketData(tenant, symbol)).get());
    return new StandingBars(bars(document), DocumentVersion.of(document));
  }

  @Override
  public boolean replace(
      TenantId tenant, Symbol symbol, BarHistory bars, Instant updatedAt, StoreVersion before) {
    SymbolMarket market =
        new SymbolMarket(bars, OptionalDouble.empty(), TradingCosts.UNKNOWN, updatedAt);
    Map<String, Object> fields = new LinkedHashMap<>(SymbolMarketForm.PRICES.write(market));
    fields.put("symbol", symbol);
    WriteBatch batch = firestore.batch();
    DocumentVersion.of(before)
        .replace(
            batch, firestore.document(Paths.marketData(tenant, symbol)), StoredValue.map(fields));
    try {
      await(batch.commit());
      return true;
    } catch (StaleWriteException overtaken) {
      StoreCalls.standBack();
      return false;
    }
  }

  private static Optional<BarHistory> bars(DocumentSnapshot document) {
    try {
      return document.exists()
          ? Optional.of(SymbolMarketForm.FORM.read(StoredFields.of(document)).bars())
          : Optional.empty();
    } catch (UnreadableValueException unreadable) {
      return Optional.empty();
    }
  }

  private static <T> T await(ApiFuture<T> call) {
    return StoreCalls.await(call, PATIENCE);
  }
}
