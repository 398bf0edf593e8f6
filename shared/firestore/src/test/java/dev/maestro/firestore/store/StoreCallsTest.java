package dev.maestro.firestore.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.api.core.ApiFutures;
import com.google.cloud.firestore.FirestoreException;
import dev.maestro.engine.port.UnavailableException;
import io.grpc.Status;
import org.junit.jupiter.api.Test;

/** Failures of the service that the emulator never has. */
class StoreCallsTest {
  @Test
  void an_index_that_is_missing_is_no_lost_race() {
    assertThatThrownBy(
            () -> await("The query requires an index. You can create it in the console."))
        .isInstanceOf(UnavailableException.class)
        .hasMessageContaining("firestore.indexes.json");
  }

  @Test
  void a_precondition_that_does_not_hold_is_a_lost_race() {
    assertThatThrownBy(() -> await("the stored version does not match the required base version"))
        .isInstanceOf(StaleWriteException.class);
  }

  private static void await(String message) {
    StoreCalls.await(
        ApiFutures.immediateFailedFuture(
            FirestoreException.forServerRejection(Status.FAILED_PRECONDITION, message)));
  }
}
