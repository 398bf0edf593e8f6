package dev.maestro.firestore.weights;

import dev.maestro.testing.reweigh.ReweighContract;
import dev.maestro.testing.reweigh.ReweighStage;
import org.junit.jupiter.api.AfterEach;

class FirestoreWeightsContractTest extends ReweighContract {
  private final CloudStage cloud = new CloudStage("demo-weights-contract");

  @Override
  protected ReweighStage emptyStage() {
    return cloud;
  }

  @AfterEach
  void disconnect() {
    cloud.close();
  }
}
