package dev.maestro.embedded.storm.actor;

import dev.maestro.embedded.storm.store.Ran;
import dev.maestro.embedded.storm.store.Transaction;
import java.util.List;
import java.util.function.Function;

/** What an actor does at once. Before its next step the others may act. */
@FunctionalInterface
interface Step {
  /** Nothing more to do. */
  Step END = () -> Step.END;

  /** Does it; the next step. */
  Step run();

  /** There was nothing to do: somebody else's turn. */
  Step IDLE = () -> Step.END;

  /** From a step to the end. */
  static void finish(Step first) {
    Step next = first;
    while (next != END) {
      next = next.run();
    }
  }

  /** A transaction: two steps, and again as often as what it read has changed. */
  static Step transact(Transaction transaction, Function<List<Ran>, Step> then) {
    return () -> {
      transaction.read();
      return () ->
          transaction.commit() ? then.apply(transaction.ran()) : Step.transact(transaction, then);
    };
  }
}
