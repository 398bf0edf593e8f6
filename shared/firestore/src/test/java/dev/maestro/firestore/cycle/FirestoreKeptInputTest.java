package dev.maestro.firestore.cycle;

import com.google.cloud.firestore.Firestore;
import dev.maestro.firestore.store.FirestoreConnection;
import dev.maestro.firestore.store.IoMeter;
import dev.maestro.firestore.store.StoreAddress;
import dev.maestro.testing.conduct.ConductStage;
import dev.maestro.testing.conduct.KeptInputContract;
import dev.maestro.testing.emulator.SharedEmulator;

/** The contract on the official emulator. */
class FirestoreKeptInputTest extends KeptInputContract {
  private static final String PROJECT = "demo-kept-inputs";
  private static final Firestore FIRESTORE =
      FirestoreConnection.open(
          StoreAddress.emulated(PROJECT, SharedEmulator.firestore()), new IoMeter());

  @Override
  protected ConductStage emptyStage() {
    SharedEmulator.clear(PROJECT);
    return new FirestoreConductStage(FIRESTORE);
  }
}
