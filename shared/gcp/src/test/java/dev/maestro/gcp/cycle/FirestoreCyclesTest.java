package dev.maestro.gcp.cycle;

import com.google.cloud.firestore.Firestore;
import dev.maestro.contract.conduct.ConductStage;
import dev.maestro.contract.conduct.CyclesContract;
import dev.maestro.gcp.firestore.FirestoreConnection;
import dev.maestro.gcp.firestore.IoMeter;
import dev.maestro.gcp.settings.CloudSettings;
import dev.maestro.local.emulator.SharedEmulator;
import java.util.Map;

/** The contract on the official emulator. */
class FirestoreCyclesTest extends CyclesContract {
  private static final String PROJECT = "demo-cycles";
  private static final Firestore FIRESTORE =
      FirestoreConnection.open(
          CloudSettings.read(
              Map.of(
                  "GOOGLE_CLOUD_PROJECT",
                  PROJECT,
                  "FIRESTORE_EMULATOR_HOST",
                  SharedEmulator.firestore())),
          new IoMeter());

  @Override
  protected ConductStage emptyStage() {
    SharedEmulator.clear(PROJECT);
    return new FirestoreConductStage(FIRESTORE);
  }
}
