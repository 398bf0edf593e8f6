package dev.maestro.firestore.api;

import com.google.cloud.Timestamp;
import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.Precondition;
import com.google.cloud.firestore.WriteBatch;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.port.RefusedByStoreException;
import dev.maestro.engine.port.UnavailableException;
import dev.maestro.engine.signal.Signal;
import dev.maestro.engine.signal.SignalReader;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StaleWriteException;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredFields;
import dev.maestro.firestore.store.StoredValue;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Takes the signals of strategies outside. The newest of a strategy stands, by its own {@code
 * generated_at}: a late message never takes the place of a newer one, and one that is sent again
 * changes nothing. A signal without {@code generated_at} is stored with the time at which it came,
 * because a reader who took the time of reading would see it as new in every cycle.
 */
public final class SignalInbox {

  /** Each that is lost is one that another sender of the same strategy won. */
  private static final int ATTEMPTS = 20;

  private final Firestore firestore;

  /** Stores them here. */
  public SignalInbox(Firestore firestore) {
    this.firestore = firestore;
  }

  /** What became of a signal. */
  public enum Outcome {

    /** It is the newest now. */
    STORED,
    /** It had been stored before. */
    UNCHANGED,
    /** One that is newer, or another one of the same time, stands. */
    NOT_NEWER,
    /** The tenant has no such strategy. */
    NOT_REGISTERED
  }

  /**
   * What became of a signal, and how it was read.
   *
   * @param signal empty unless it was stored, now or before
   */
  public record Receipt(Outcome outcome, Optional<Signal> signal) {}

  /**
   * Stores a signal, if it can be read and is newer than the one that stands.
   *
   * @param sent the fields as they came: texts, whole numbers, flags, lists, maps
   * @param by who sent it
   * @throws RefusedInputException if it cannot be read or kept; nothing is stored
   * @throws UnavailableException if Firestore does not answer, or others write all the time
   */
  public Receipt put(
      TenantId tenant, StrategyId strategy, Map<String, Object> sent, String by, Instant now)
      throws RefusedInputException {
    Signal signal = read(strategy, sent, now);
    Map<String, Object> raw = new LinkedHashMap<>(sent);
    raw.putIfAbsent("generated_at", signal.generatedAt().toString());
    for (int attempt = 1; ; attempt++) {
      try {
        return attempt(tenant, signal, raw, by, now);
      } catch (StaleWriteException overtaken) {
        if (attempt == ATTEMPTS) {
          throw new UnavailableException("others write signals all the time", overtaken);
        }
        StoreCalls.standBack();
      } catch (RefusedByStoreException unstorable) {
        throw new RefusedInputException(
            "signal", "signal must be one that Firestore can keep: shorter names, less nested");
      }
    }
  }

  private Receipt attempt(
      TenantId tenant, Signal signal, Map<String, Object> raw, String by, Instant now) {
    DocumentReference place = firestore.document(Paths.of(tenant, "signals/" + signal.strategy()));
    List<DocumentSnapshot> found =
        StoredReads.await(
            firestore.getAll(
                firestore.document(Paths.of(tenant, "strategies/" + signal.strategy())), place));
    if (!found.get(0).exists()) {
      return new Receipt(Outcome.NOT_REGISTERED, Optional.empty());
    }
    DocumentSnapshot standing = found.get(1);
    Optional<StoredFields> stored =
        standing.exists() ? Optional.of(StoredFields.of(standing)) : Optional.empty();
    if (stored.flatMap(fields -> fields.raw("signal")).filter(raw::equals).isPresent()) {
      return new Receipt(Outcome.UNCHANGED, Optional.of(signal));
    }
    Optional<Instant> standsSince = stored.flatMap(fields -> time(signal.strategy(), fields, now));
    if (standsSince.filter(time -> !time.isBefore(signal.generatedAt())).isPresent()) {
      return new Receipt(Outcome.NOT_NEWER, Optional.empty());
    }
    write(place, standing, fields(signal, raw, by, now));
    return new Receipt(Outcome.STORED, Optional.of(signal));
  }

  /** Only if the document is still as it was read. */
  private void write(
      DocumentReference place, DocumentSnapshot standing, Map<String, Object> fields) {
    WriteBatch batch = firestore.batch();
    if (standing.exists()) {
      batch.update(place, fields, Precondition.updatedAt(updateTime(standing)));
    } else {
      batch.create(place, fields);
    }
    StoredReads.await(batch.commit());
  }

  private static Map<String, Object> fields(
      Signal signal, Map<String, Object> raw, String by, Instant now) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("signal", raw);
    fields.put("received_at", now);
    fields.put("received_by", by);
    fields.put("expires_at", signal.expiresAt());
    return StoredValue.map(fields);
  }

  /** When the signal that stands was made; one that cannot be read gives way. */
  private static Optional<Instant> time(StrategyId strategy, StoredFields stored, Instant now) {
    Instant came =
        stored.raw("received_at").orElse(now) instanceof Instant time ? time : Instant.EPOCH;
    Signal standing = SignalReader.read(strategy, stored.raw("signal"), came, now);
    return standing.error().isEmpty() ? Optional.of(standing.generatedAt()) : Optional.empty();
  }

  private static Timestamp updateTime(DocumentSnapshot standing) {
    return Objects.requireNonNull(standing.getUpdateTime());
  }

  private static Signal read(StrategyId strategy, Map<String, Object> sent, Instant now)
      throws RefusedInputException {
    SignalFields.check(sent);
    Object named = sent.getOrDefault("strategy", strategy.value());
    if (!strategy.value().equals(named)) {
      throw new RefusedInputException(
          "strategy", "strategy must be " + strategy + ", as in the path, or left out");
    }
    Signal signal = SignalReader.read(strategy, Optional.of(sent), now, now);
    if (signal.error().isPresent()) {
      String error = signal.error().get();
      throw new RefusedInputException(error.substring(0, error.indexOf(' ')), error);
    }
    return signal;
  }
}
