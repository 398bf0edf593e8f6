package dev.maestro.engine.claim.step;

import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.book.LedgerTrade;
import dev.maestro.engine.capital.command.Archive;
import dev.maestro.engine.capital.intent.Intent;
import dev.maestro.engine.capital.intent.IntentForm;
import dev.maestro.engine.claim.KeptIntent;
import dev.maestro.engine.claim.TenantLedger;
import dev.maestro.engine.claim.UnreadableLedgerException;
import dev.maestro.engine.name.AccountId;
import dev.maestro.engine.name.TenantId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * All that a command finds in a store, read together.
 *
 * @param ledger empty: no cycle has made one
 * @param intent the one that the command names
 * @param close the trade of the close that it names
 */
public record LedgerState(
    TenantId tenant,
    AccountId account,
    Optional<TenantLedger> ledger,
    Optional<KeptIntent> intent,
    Optional<LedgerTrade> close,
    StoredGates gates)
    implements Archive {
  @Override
  public Optional<Intent> intent(Nonce nonce) {
    return intent.map(KeptIntent::intent).filter(known -> known.nonce().equals(nonce));
  }

  @Override
  public Optional<LedgerTrade> trade(String id) {
    return close
        .filter(trade -> trade.id().equals(id))
        .or(() -> intent.flatMap(KeptIntent::trade).filter(trade -> trade.id().equals(id)));
  }

  /**
   * Itself, if ledger and intent speak of the same: an intent that is open in one and unknown to
   * the other would be granted without its capital, or lose its trade.
   *
   * @throws UnreadableLedgerException naming what differs
   */
  LedgerState checked(Optional<Nonce> named) {
    if (intent.filter(known -> !known.account().equals(account)).isPresent()) {
      return withoutIntent().checked(named);
    }
    Optional<Intent> kept = intent.map(KeptIntent::intent);
    boolean isOpenInLedger =
        ledger.isPresent() && named.flatMap(ledger.get().ledger().intents()::get).isPresent();
    if (isOpenInLedger && kept.isEmpty()) {
      throw differing(named.orElseThrow() + " is open in it, and its own document is missing");
    }
    if (!isOpenInLedger && kept.filter(known -> known.state().isOpen()).isPresent()) {
      throw differing(named.orElseThrow() + " is open in its own document, and not in it");
    }
    if (isOpenInLedger) {
      requireSame(
          ledger.orElseThrow().ledger().intents().get(named.orElseThrow()).orElseThrow(),
          kept.orElseThrow());
    }
    if (ledger.isEmpty() && kept.isPresent()) {
      throw differing(named.orElseThrow() + " is of it, and it is missing");
    }
    return this;
  }

  /** Members see the document and executors are answered from it; what counts is the ledger. */
  private void requireSame(Intent inLedger, Intent inDocument) {
    Map<String, Object> shown = IntentForm.FORM.write(inDocument);
    IntentForm.FORM
        .write(inLedger)
        .forEach(
            (field, value) -> {
              boolean isSecret = field.equals(IntentForm.TOKEN_HASH.name());
              if (!isSecret && !Objects.equals(value, shown.get(field))) {
                throw differing(
                    inLedger.nonce()
                        + " has another "
                        + field
                        + " in its own document: "
                        + shown.get(field)
                        + " instead of "
                        + value);
              }
            });
  }

  /**
   * An intent of another account is unknown to this one: who asks for it has named the wrong one.
   */
  private LedgerState withoutIntent() {
    return new LedgerState(tenant, account, ledger, Optional.empty(), close, gates);
  }

  private UnreadableLedgerException differing(String what) {
    return new UnreadableLedgerException(
        "the ledger " + account + " of " + tenant + ": " + what + "; restore it from a backup");
  }
}
