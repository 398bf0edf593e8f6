package dev.maestro.engine.claim;

import dev.maestro.engine.capital.book.LedgerTrade;
import dev.maestro.engine.capital.intent.Intent;
import dev.maestro.engine.capital.intent.OrderInstructions;
import dev.maestro.engine.name.AccountId;
import java.util.Optional;

/**
 * An intent as it is kept beside the ledger, from its reservation on: what executors are given and
 * members see. The ledger has the open ones, too, and is what counts.
 *
 * @param trade what it has taken out so far; of an entry: against a holding
 */
public record KeptIntent(
    AccountId account, Intent intent, OrderInstructions instructions, Optional<LedgerTrade> trade) {
  /** The same intent as a command left it. */
  public KeptIntent with(Intent changed, Optional<LedgerTrade> made) {
    return new KeptIntent(account, changed, instructions, made.or(() -> trade));
  }
}
