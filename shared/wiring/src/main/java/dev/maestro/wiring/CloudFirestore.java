package dev.maestro.wiring;

import com.google.cloud.firestore.Firestore;
import dev.maestro.firestore.store.FirestoreConnection;
import dev.maestro.firestore.store.IoMeter;
import dev.maestro.firestore.store.StoreAddress;
import dev.maestro.google.settings.CloudSettings;

/** The Firestore that the settings name. */
public final class CloudFirestore {
  private CloudFirestore() {}

  /** Connects; every call is counted by the meter. */
  public static Firestore open(CloudSettings settings, IoMeter meter) {
    return FirestoreConnection.open(address(settings), meter);
  }

  /** Where it is. */
  public static StoreAddress address(CloudSettings settings) {
    return new StoreAddress(settings.projectId(), settings.firestoreEmulator());
  }
}
