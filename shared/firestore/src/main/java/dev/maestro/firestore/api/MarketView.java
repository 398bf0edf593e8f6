package dev.maestro.firestore.api;

import com.google.cloud.firestore.Firestore;
import dev.maestro.engine.form.UnreadableValueException;
import dev.maestro.engine.form.Written;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.name.TenantId;
import dev.maestro.firestore.api.list.MarketList;
import dev.maestro.firestore.api.page.StoredReads;
import dev.maestro.firestore.store.Paths;
import java.time.Instant;
import java.util.Optional;

/** The bars of a symbol as a feeder brought them. */
public final class MarketView {
  private final Firestore firestore;

  /** Reads here. */
  public MarketView(Firestore firestore) {
    this.firestore = firestore;
  }

  /** The fields of {@code GET /api/maestro/market/{symbol}}; empty if nobody brings any. */
  public Optional<Written> of(TenantId tenant, Symbol symbol, Instant now) {
    return StoredReads.find(firestore, Paths.marketData(tenant, symbol))
        .map(
            stored -> {
              try {
                return MarketList.whole(symbol, stored, now);
              } catch (UnreadableValueException broken) {
                return Written.of("symbol", symbol)
                    .with("unreadable", String.valueOf(broken.getMessage()));
              }
            });
  }
}
