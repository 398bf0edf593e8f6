package dev.maestro.firestore.api.page;

import com.google.api.core.ApiFuture;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import dev.maestro.engine.form.Fields;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredFields;
import java.time.Duration;
import java.util.Optional;

/** Reads for somebody who is waiting: Firestore answers within seconds, or is gone. */
public final class StoredReads {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private StoredReads() {}

  /**
   * The fields of a document; empty if there is none.
   *
   * @throws dev.maestro.engine.port.UnavailableException if Firestore does not answer in 10 s
   */
  public static Optional<Fields> find(Firestore firestore, String path) {
    DocumentSnapshot document = await(firestore.document(path).get());
    return document.exists() ? Optional.of(StoredFields.of(document)) : Optional.empty();
  }

  /**
   * Waits for an answer.
   *
   * @throws dev.maestro.engine.port.UnavailableException if there is none within 10 s
   */
  public static <T> T await(ApiFuture<T> call) {
    return StoreCalls.await(call, PATIENCE);
  }
}
