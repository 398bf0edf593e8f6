package dev.maestro.firestore;

import com.google.cloud.firestore.Firestore;
import dev.maestro.engine.form.Fields;
import dev.maestro.firestore.store.FirestoreConnection;
import dev.maestro.firestore.store.IoMeter;
import dev.maestro.firestore.store.StoreAddress;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredFields;
import dev.maestro.firestore.store.StoredValue;
import dev.maestro.testing.emulator.SharedEmulator;
import java.util.Map;

/** The emulator's Firestore of one project, empty at first, for one test class. */
public record EmulatedStore(Firestore firestore, IoMeter meter) {
  /** Opens the project. */
  public static EmulatedStore empty(String project) {
    SharedEmulator.clear(project);
    IoMeter meter = IoMeter.keepingQueries();
    StoreAddress settings = StoreAddress.emulated(project, SharedEmulator.firestore());
    return new EmulatedStore(FirestoreConnection.open(settings, meter), meter);
  }

  /** The fields of a document that must exist. */
  public Fields read(String path) {
    return StoredFields.of(StoreCalls.await(firestore.document(path).get()));
  }

  /** True if there is such a document. */
  public boolean has(String path) {
    return StoreCalls.await(firestore.document(path).get()).exists();
  }

  /** Writes a document as an operator would by hand. */
  public void write(String path, Map<String, ?> fields) {
    StoreCalls.await(firestore.document(path).set(StoredValue.map(fields)));
  }
}
