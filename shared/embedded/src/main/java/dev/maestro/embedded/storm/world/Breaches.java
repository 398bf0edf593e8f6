package dev.maestro.embedded.storm.world;

import dev.maestro.engine.capital.invariant.BrokenInvariant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Keeps the first thing that is broken: what follows it is its consequence. */
public final class Breaches {
  private final StormTrace trace;
  private Optional<Breach> first = Optional.empty();

  /** None yet. */
  public Breaches(StormTrace trace) {
    this.trace = trace;
  }

  /** Something that must be true; what was found instead is only said if it is not. */
  public void require(boolean isTrue, String rule, Supplier<String> found) {
    if (!isTrue && first.isEmpty()) {
      Breach breach = new Breach(rule, found.get());
      first = Optional.of(breach);
      trace.say(() -> "BROKEN: " + breach);
    }
  }

  /** What the ledger's own invariants found. */
  public void addAll(List<BrokenInvariant> broken) {
    for (BrokenInvariant each : broken) {
      require(false, each.rule(), each::found);
    }
  }

  /** The first; empty if all is well. */
  public Optional<Breach> first() {
    return first;
  }
}
