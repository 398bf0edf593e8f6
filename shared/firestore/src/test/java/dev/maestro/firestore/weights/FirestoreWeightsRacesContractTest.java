package dev.maestro.firestore.weights;

import dev.maestro.testing.reweigh.ReweighRacesContract;
import dev.maestro.testing.reweigh.ReweighStage;
import org.junit.jupiter.api.AfterEach;

class FirestoreWeightsRacesContractTest extends ReweighRacesContract {
  private final CloudStage cloud = new CloudStage("demo-weights-races");

  @Override
  protected ReweighStage emptyStage() {
    return cloud;
  }

  @AfterEach
  void disconnect() {
    cloud.close();
  }
}
