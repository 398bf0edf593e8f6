package dev.maestro.embedded.conduct;

import dev.maestro.embedded.claim.MemoryLedgers;
import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.ledger.EntryPolicy;
import dev.maestro.engine.claim.KeptIntent;
import dev.maestro.engine.claim.LedgerChanges;
import dev.maestro.engine.claim.TenantLedger;
import dev.maestro.engine.conduct.CycleCommit;
import dev.maestro.engine.conduct.situation.MoneyFacts;
import dev.maestro.engine.conduct.situation.Situation;
import dev.maestro.engine.name.AccountId;
import dev.maestro.engine.name.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The ledgers and kill switches of cycles that executors and operators ask as well. */
record CycleLedgers(MemoryLedgers ledgers) {
  /** The situation with ledger and switch as they stand. */
  Situation with(Situation situation) {
    TenantId tenant = situation.facts().tenant().id();
    Optional<TenantLedger> kept = ledgers.find(tenant, account(situation));
    return situation
        .with(situation.facts().withControl(ledgers.together(tenant)))
        .with(situation.money().withLedger(kept.or(MoneyFacts.NONE::ledger)));
  }

  /** True if there is such an intent, open or ended. */
  boolean knows(TenantId tenant, Nonce nonce) {
    return ledgers.intent(tenant, nonce).isPresent();
  }

  /**
   * Writes what the ledger gave, if it still stands as it was loaded.
   *
   * @return false if it does not; nothing is written then
   */
  boolean reserve(CycleCommit commit) {
    Optional<LedgerChanges> given = commit.outcome().capital();
    if (given.isEmpty()) {
      return true;
    }
    TenantId tenant = commit.situation().facts().tenant().id();
    AccountId account = account(commit.situation());
    boolean isBorn = ledgers.find(tenant, account).isEmpty();
    boolean isWritten =
        ledgers.replaceIf(
            tenant,
            account,
            isBorn ? Optional.empty() : commit.situation().money().ledger(),
            given.get().ledger(),
            changed(tenant, account, given.get()));
    if (isWritten) {
      ledgers.setPolicy(tenant, EntryPolicy.of(commit.stage().step().state()));
    }
    return isWritten;
  }

  private List<KeptIntent> changed(TenantId tenant, AccountId account, LedgerChanges given) {
    List<KeptIntent> changed = new ArrayList<>();
    given.reserved(account).forEach(reserved -> changed.add(reserved.intent()));
    given
        .updates()
        .forEach(
            update ->
                ledgers
                    .intent(tenant, update.nonce())
                    .ifPresent(kept -> changed.add(update.of(kept))));
    return changed;
  }

  private static AccountId account(Situation situation) {
    return situation.facts().config().conduct().accountId();
  }
}
