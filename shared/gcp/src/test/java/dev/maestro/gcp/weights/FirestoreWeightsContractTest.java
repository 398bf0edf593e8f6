package dev.maestro.gcp.weights;

import dev.maestro.contract.reweigh.ReweighContract;
import dev.maestro.contract.reweigh.ReweighStage;
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
