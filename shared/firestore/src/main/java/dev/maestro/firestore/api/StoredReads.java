package dev.maestro.firestore.api;

import com.google.api.core.ApiFuture;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import dev.maestro.engine.form.Fields;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredFields;
import java.time.Duration;
import java.util.Optional;

/** Reads for somebody who is waiting: Firestore answers within seconds, or is gone. */
final class StoredReads {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private StoredReads() {}

  static Optional<Fields> find(Firestore firestore, String path) {
    DocumentSnapshot document = await(firestore.document(path).get());
    return document.exists() ? Optional.of(StoredFields.of(document)) : Optional.empty();
  }

  static <T> T await(ApiFuture<T> call) {
    return StoreCalls.await(call, PATIENCE);
  }
}
