package dev.maestro.embedded.storm.check;

import dev.maestro.embedded.storm.store.CommitWatch;
import dev.maestro.embedded.storm.store.Ran;
import dev.maestro.embedded.storm.world.Breaches;
import dev.maestro.embedded.storm.world.Cast;
import dev.maestro.engine.capital.command.Archive;
import dev.maestro.engine.capital.invariant.LedgerInvariants;
import dev.maestro.engine.capital.invariant.StepInvariants;

/** The ledger's own invariants, after every command. */
public final class EngineInvariantsCheck implements CommitWatch {
  private final Breaches breaches;

  /** Into these breaches. */
  public EngineInvariantsCheck(Breaches breaches) {
    this.breaches = breaches;
  }

  @Override
  public void committed(Ran ran, Archive archive, long switchesBefore) {
    breaches.addAll(StepInvariants.of(ran.before(), archive, ran.command(), ran.outcome()));
    if (ran.isWriting()) {
      breaches.addAll(LedgerInvariants.of(ran.outcome().ledger(), Cast.CONFIG));
    }
  }
}
