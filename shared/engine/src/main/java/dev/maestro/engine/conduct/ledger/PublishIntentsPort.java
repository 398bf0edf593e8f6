package dev.maestro.engine.conduct.ledger;

import dev.maestro.engine.capital.intent.Intent;
import dev.maestro.engine.name.AccountId;
import dev.maestro.engine.name.TenantId;
import java.util.List;

/** Tells executors which intents wait for them. */
@FunctionalInterface
public interface PublishIntentsPort {
  /** Nobody is told: executors look by themselves. */
  PublishIntentsPort NOBODY = (tenant, account, waiting) -> {};

  /**
   * Tells of all that wait, those of earlier cycles among them: a message may be lost, and claims
   * decide. Never fails and never takes longer than some seconds, for the cycle is stored already;
   * what was not told now is told by the next cycle.
   *
   * @param waiting not empty
   */
  void publish(TenantId tenant, AccountId account, List<Intent> waiting);
}
