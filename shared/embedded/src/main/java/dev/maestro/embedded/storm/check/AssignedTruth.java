package dev.maestro.embedded.storm.check;

import dev.maestro.embedded.storm.broker.ModelBroker;
import dev.maestro.embedded.storm.store.CommitWatch;
import dev.maestro.embedded.storm.store.Ran;
import dev.maestro.embedded.storm.world.Cast;
import dev.maestro.embedded.storm.world.Units;
import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.command.Archive;
import dev.maestro.engine.capital.command.CommandCode;
import dev.maestro.engine.capital.command.LedgerCommand;

/**
 * Makes an accepted assignment true: what was nobody's is the strategy's at the broker, too. While
 * an order of the strategy works in the symbol, or a stop is unreported, it depends on what is told
 * first whose is what: attribution is lost.
 */
public final class AssignedTruth implements CommitWatch {
  private final ModelBroker broker;
  private final Facts facts;
  private final Attribution attribution;

  /** Of a broker; facts are what the ledger has heard of. */
  public AssignedTruth(ModelBroker broker, Facts facts, Attribution attribution) {
    this.broker = broker;
    this.facts = facts;
    this.attribution = attribution;
  }

  @Override
  public void committed(Ran ran, Archive archive, long switchesBefore) {
    if (ran.command() instanceof LedgerCommand.Assign assign
        && ran.outcome().code() == CommandCode.ACCEPTED) {
      PositionKey key = assign.key();
      long nobodys = broker.held(Cast.nobodys(key.symbol()));
      long part =
          Units.of(assign.quantity())
              * ran.before().book().holdings().sign(Cast.nobodys(key.symbol()));
      boolean isThere =
          Long.signum(nobodys) == Long.signum(part) && Math.abs(part) <= Math.abs(nobodys);
      boolean isOpposed = Long.signum(broker.held(key)) == -Long.signum(part);
      boolean isBusy =
          ran.before().intents().all().stream().anyMatch(open -> open.key().equals(key));
      if (isThere && !isOpposed) {
        broker.assign(key, part);
      }
      if (!isThere || isOpposed || isBusy || !facts.areClosesBooked(key.symbol())) {
        attribution.lose(key.symbol());
      }
    }
  }
}
