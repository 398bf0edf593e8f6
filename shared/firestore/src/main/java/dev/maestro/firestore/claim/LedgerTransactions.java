package dev.maestro.firestore.claim;

import com.google.api.core.ApiFuture;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.Transaction;
import com.google.cloud.firestore.TransactionOptions;
import dev.maestro.engine.port.UnavailableException;
import dev.maestro.firestore.store.StaleWriteException;
import dev.maestro.firestore.store.StoreCalls;
import java.util.concurrent.ExecutionException;

/**
 * Read-write transactions with a bounded number of attempts, each after a pause of the client's.
 */
final class LedgerTransactions {
  /** The pauses of so many are some seconds; who has lost that often is told to come again. */
  private static final int MOST_ATTEMPTS = 10;

  private static final TransactionOptions OPTIONS =
      TransactionOptions.createReadWriteOptionsBuilder().setNumberOfAttempts(MOST_ATTEMPTS).build();

  private final Firestore firestore;

  LedgerTransactions(Firestore firestore) {
    this.firestore = firestore;
  }

  /**
   * Runs a body, again if somebody else was faster.
   *
   * @throws UnavailableException if somebody always was, or nobody knows what became of it
   */
  <T> T run(Transaction.Function<T> body) {
    try {
      return StoreCalls.await(firestore.runTransaction(body, OPTIONS));
    } catch (StaleWriteException contended) {
      throw new UnavailableException(
          "too many commands at once on one ledger: ask again", contended);
    }
  }

  /**
   * Waits within a body for what it reads. What Firestore says is thrown as it came, for the client
   * to tell what it runs again.
   */
  static <T> T read(ApiFuture<T> call) throws Exception {
    try {
      return call.get();
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw failure;
    }
  }
}
