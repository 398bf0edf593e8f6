package dev.maestro.firestore.signal;

import com.google.cloud.firestore.DocumentSnapshot;
import dev.maestro.engine.conduct.situation.SentSignal;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.form.Reading;
import dev.maestro.engine.name.StrategyName;
import dev.maestro.firestore.audit.RecordDocument;
import dev.maestro.firestore.store.StoredFields;
import java.time.Instant;
import java.util.Optional;

/**
 * {@code tenants/{t}/signals/{strategy}} as it is read.
 *
 * @param isExpiryUnreadable the signal is taken for expired then
 */
public record SignalDocument(SentSignal signal, boolean isExpiryUnreadable) {
  private static final Optional<Instant> LONG_AGO = Optional.of(Instant.EPOCH);

  /** Whatever stands there; it is never refused. */
  public static SignalDocument read(DocumentSnapshot document) {
    Fields fields = StoredFields.of(document);
    Object sent = fields.raw("signal").orElse("nothing was stored");
    Reading<Instant> expiry = fields.reading("expires_at", Kinds.TIME);
    return new SignalDocument(
        new SentSignal(
            new StrategyName(document.getId()),
            Optional.of(RecordDocument.decodeValue(sent)),
            fields.reading("received_at", Kinds.TIME).value(),
            expiry.isGiven() ? expiry.value().or(() -> LONG_AGO) : Optional.empty()),
        expiry.isGiven() && expiry.value().isEmpty());
  }
}
