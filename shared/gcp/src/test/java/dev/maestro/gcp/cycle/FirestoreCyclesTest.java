package dev.maestro.gcp.cycle;

import com.google.cloud.firestore.Firestore;
import dev.maestro.contract.conduct.ConductStage;
import dev.maestro.contract.conduct.CyclesContract;
import dev.maestro.gcp.firestore.FirestoreConnection;
import dev.maestro.gcp.firestore.IoMeter;
import dev.maestro.gcp.settings.CloudSettings;
import dev.maestro.local.emulator.SharedEmulator;

/** The contract on the official emulator. */
class FirestoreCyclesTest extends CyclesContract {
  private static final String PROJECT = "demo-cycles";
  private static final Firestore FIRESTORE =
      FirestoreConnection.open(
          CloudSettings.emulated(PROJECT, SharedEmulator.firestore()), new IoMeter());

  @Override
  protected ConductStage emptyStage() {
    SharedEmulator.clear(PROJECT);
    return new FirestoreConductStage(FIRESTORE);
  }
}
