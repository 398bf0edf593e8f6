package dev.maestro.gcp.weights;

import dev.maestro.contract.reweigh.ReweighRacesContract;
import dev.maestro.contract.reweigh.ReweighStage;
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
