package dev.maestro.bench.shape;

import java.time.Duration;

/**
 * Processor time of the three sorts of processes.
 *
 * @param conduct of all its instances
 */
record ShapeUse(Duration conduct, Duration orchestrate, Duration firestore) {
  static final ShapeUse NONE = new ShapeUse(Duration.ZERO, Duration.ZERO, Duration.ZERO);

  ShapeUse plus(ShapeUse other) {
    return new ShapeUse(
        conduct.plus(other.conduct),
        orchestrate.plus(other.orchestrate),
        firestore.plus(other.firestore));
  }

  ShapeUse since(ShapeUse before) {
    return new ShapeUse(
        conduct.minus(before.conduct),
        orchestrate.minus(before.orchestrate),
        firestore.minus(before.firestore));
  }
}
