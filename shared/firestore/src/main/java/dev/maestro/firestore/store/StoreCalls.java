package dev.maestro.firestore.store;

import com.google.api.core.ApiFuture;
import com.google.api.gax.rpc.ApiException;
import com.google.api.gax.rpc.StatusCode;
import com.google.cloud.firestore.FirestoreException;
import com.google.cloud.firestore.WriteBatch;
import dev.maestro.engine.port.RefusedByStoreException;
import dev.maestro.engine.port.UnavailableException;
import io.grpc.Status;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/** Waits for Firestore and tells its failures apart. */
public final class StoreCalls {
  private static final long LONGEST_WAIT_MILLIS = 41;

  private StoreCalls() {}

  /**
   * Waits for an answer.
   *
   * @throws StaleWriteException if a precondition of a write does not hold any more
   * @throws RefusedByStoreException if the same call can never succeed: too large, invalid
   * @throws UnavailableException for everything else, which may succeed when it is tried again
   */
  public static <T> T await(ApiFuture<T> call) {
    try {
      return call.get();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new UnavailableException("interrupted while waiting for Firestore", stop);
    } catch (ExecutionException failure) {
      throw translated(failure.getCause() == null ? failure : failure.getCause());
    }
  }

  /**
   * Waits for an answer, but not for ever.
   *
   * @throws UnavailableException if there is none in time; the call may still have its effect
   */
  public static <T> T await(ApiFuture<T> call, Duration patience) {
    try {
      return call.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      call.cancel(true);
      throw new UnavailableException(
          "Firestore did not answer within " + patience.toSeconds() + " s", late);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new UnavailableException("interrupted while waiting for Firestore", stop);
    } catch (ExecutionException failure) {
      throw translated(failure.getCause() == null ? failure : failure.getCause());
    }
  }

  /**
   * Commits a batch whose writes are guarded.
   *
   * @return false if somebody else was faster; nothing is written then
   */
  public static boolean isWritten(WriteBatch batch) {
    try {
      await(batch.commit());
      return true;
    } catch (StaleWriteException faster) {
      return false;
    }
  }

  /** Who lost a race waits 1 to 40 ms, so that the losers do not all come back at once. */
  public static void standBack() {
    LockSupport.parkNanos(
        TimeUnit.MILLISECONDS.toNanos(
            ThreadLocalRandom.current().nextLong(1, LONGEST_WAIT_MILLIS)));
  }

  /** A query without its index fails like a write that was too late, and nobody was faster. */
  private static RuntimeException translated(Throwable cause) {
    if (String.valueOf(cause.getMessage()).contains("requires an index")) {
      return new UnavailableException(
          "Firestore lacks an index, or is still building it (firestore.indexes.json): " + cause,
          cause);
    }
    return switch (code(cause)) {
      case FAILED_PRECONDITION, ALREADY_EXISTS, ABORTED, NOT_FOUND ->
          new StaleWriteException(String.valueOf(cause.getMessage()), cause);
      case INVALID_ARGUMENT, OUT_OF_RANGE ->
          new RefusedByStoreException(String.valueOf(cause.getMessage()), cause);
      default -> new UnavailableException("Firestore did not answer: " + cause, cause);
    };
  }

  private static Status.Code code(Throwable cause) {
    if (cause instanceof ApiException failure) {
      StatusCode.Code code = failure.getStatusCode().getCode();
      return Status.Code.valueOf(code.name());
    }
    if (cause instanceof FirestoreException failure && failure.getStatus() != null) {
      return failure.getStatus().getCode();
    }
    return Status.fromThrowable(cause).getCode();
  }
}
