package dev.maestro.firestore.weights;

import dev.maestro.testing.reweigh.DailyChangeContract;
import dev.maestro.testing.reweigh.ReweighStage;
import org.junit.jupiter.api.AfterEach;

class FirestoreDailyChangeTest extends DailyChangeContract {
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
