package dev.maestro.engine.claim.check;

import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.book.LedgerTrade;
import dev.maestro.engine.capital.book.LedgerTradeForm;
import dev.maestro.engine.capital.intent.Intent;
import dev.maestro.engine.capital.intent.IntentForm;
import dev.maestro.engine.capital.invariant.BrokenInvariant;
import dev.maestro.engine.capital.invariant.CashInvariant;
import dev.maestro.engine.capital.invariant.LedgerInvariants;
import dev.maestro.engine.claim.KeptIntent;
import dev.maestro.engine.claim.TenantLedger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Holds a stored ledger against the documents beside it. It changes nothing, and finds nothing
 * where all agree.
 */
public final class LedgerCheck {
  private final TenantLedger kept;
  private final SortedMap<Nonce, KeptIntent> intents = new TreeMap<>();
  private final SortedMap<String, LedgerTrade> trades = new TreeMap<>();
  private final List<String> findings = new ArrayList<>();

  private LedgerCheck(
      TenantLedger kept, Collection<KeptIntent> intents, Collection<LedgerTrade> closes) {
    this.kept = kept;
    intents.forEach(intent -> this.intents.put(intent.intent().nonce(), intent));
    intents.forEach(intent -> intent.trade().ifPresent(trade -> trades.put(trade.id(), trade)));
    closes.forEach(close -> trades.put(close.id(), close));
  }

  /**
   * All that differs, in sentences that name it.
   *
   * @param intents of this account, open and ended
   * @param closes the trades that no intent asked for
   * @param isAll true if these are all there ever were, so that money can be summed
   */
  public static List<String> findings(
      TenantLedger kept,
      Collection<KeptIntent> intents,
      Collection<LedgerTrade> closes,
      boolean isAll) {
    LedgerCheck check = new LedgerCheck(kept, intents, closes);
    check.sums(isAll);
    check.openIntents();
    check.strangers();
    check.trades();
    return List.copyOf(check.findings);
  }

  private void sums(boolean isAll) {
    tell(LedgerInvariants.of(kept.ledger(), kept.config()));
    tell(kept.lost());
    if (isAll) {
      List<Intent> all = intents.values().stream().map(KeptIntent::intent).toList();
      tell(CashInvariant.of(kept.ledger(), all, trades.values()));
    }
  }

  private void tell(List<BrokenInvariant> broken) {
    broken.forEach(each -> findings.add("the ledger: " + each));
  }

  private void openIntents() {
    for (Intent open : kept.ledger().intents().all()) {
      Nonce nonce = open.nonce();
      if (!intents.containsKey(nonce)) {
        findings.add("intent " + nonce + " is open in the ledger and has no document");
      } else {
        Intent document = intents.get(nonce).intent();
        compare("intent " + nonce, IntentForm.FORM.write(open), IntentForm.FORM.write(document));
      }
    }
  }

  /** Documents that say they are open where the ledger knows nothing of it. */
  private void strangers() {
    for (KeptIntent document : intents.values()) {
      Intent intent = document.intent();
      boolean isKnown = kept.ledger().intents().get(intent.nonce()).isPresent();
      if (intent.state().isOpen() && !isKnown) {
        findings.add(
            "intent "
                + intent.nonce()
                + " is "
                + intent.state()
                + " in its document and not open in the ledger");
      }
      document
          .trade()
          .filter(trade -> !trade.id().equals(intent.nonce().value()))
          .ifPresent(
              trade -> findings.add("intent " + intent.nonce() + " holds the trade " + trade.id()));
      document
          .trade()
          .filter(trade -> !trade.key().equals(intent.key()))
          .ifPresent(
              trade ->
                  findings.add("intent " + intent.nonce() + " holds a trade of " + trade.key()));
    }
  }

  private void trades() {
    for (LedgerTrade latest : kept.ledger().latestTrades().all()) {
      if (!trades.containsKey(latest.id())) {
        findings.add("trade " + latest.id() + " is known to the ledger and has no document");
      } else {
        compare(
            "trade " + latest.id(),
            LedgerTradeForm.FORM.write(latest),
            LedgerTradeForm.FORM.write(trades.get(latest.id())));
      }
    }
  }

  private void compare(String what, Map<String, Object> inLedger, Map<String, Object> inDocument) {
    inLedger.forEach(
        (field, value) -> {
          boolean isSecret = field.equals(IntentForm.TOKEN_HASH.name());
          if (!isSecret && !Objects.equals(value, inDocument.get(field))) {
            findings.add(
                what
                    + ": "
                    + field
                    + " is "
                    + value
                    + " in the ledger and "
                    + inDocument.get(field)
                    + " in its document");
          }
        });
  }
}
