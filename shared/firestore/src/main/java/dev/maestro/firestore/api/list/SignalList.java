package dev.maestro.firestore.api.list;

import com.google.cloud.firestore.DocumentSnapshot;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.form.View;
import dev.maestro.engine.form.Written;
import dev.maestro.engine.name.StrategyVersion;
import dev.maestro.engine.signal.Signal;
import dev.maestro.firestore.api.page.StoredList;
import dev.maestro.firestore.signal.SignalDocument;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoredFields;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** The newest signal of every strategy outside, by strategy, as a cycle reads it now. */
public final class SignalList {
  /** The list. */
  public static final StoredList LIST =
      StoredList.byId(
          "signals", "strategy", tenant -> Paths.of(tenant, "signals"), SignalList::entry);

  private static final View<Signal> SHOWN =
      View.<Signal>empty()
          .with("strategy", Signal::strategy)
          .with("signal_id", Signal::signalId)
          .with("action", Signal::action)
          .with("symbol", Signal::symbol)
          .with("asset_class", Signal::assetClass)
          .with("allocation", signal -> text(signal.allocation()))
          .with("confidence", signal -> text(signal.confidence()))
          .with("price", signal -> text(signal.price()))
          .with("stop_price", signal -> text(signal.stopPrice()))
          .with("opens_short", Signal::opensShort)
          .with("quantity", signal -> text(signal.quantity()))
          .with("reasoning", Signal::reasoning)
          .with("generated_at", Signal::generatedAt)
          .with("expires_at", Signal::expiresAt)
          .with("version", signal -> signal.version().map(StrategyVersion::value));

  private SignalList() {}

  private static Written entry(DocumentSnapshot document, Instant now) {
    Fields stored = StoredFields.of(document);
    Signal signal = SignalDocument.read(document).signal().read(now);
    return SHOWN
        .written(signal)
        .with("error", signal.error())
        .with("entry_error", signal.entryError())
        .with("expired", signal.isExpiredAt(now))
        .with("received_at", stored.reading("received_at", Kinds.TIME).value())
        .with("received_by", stored.reading("received_by", Kinds.TEXT).value());
  }

  private static Optional<String> text(Optional<BigDecimal> amount) {
    return amount.map(BigDecimal::toPlainString);
  }
}
