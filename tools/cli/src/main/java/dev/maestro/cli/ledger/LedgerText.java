package dev.maestro.cli.ledger;

import dev.maestro.engine.capital.book.LedgerHolding;
import dev.maestro.engine.capital.book.Lot;
import dev.maestro.engine.capital.intent.Intent;
import dev.maestro.engine.capital.intent.IntentForm;
import dev.maestro.engine.capital.ledger.BrokerAccount;
import dev.maestro.engine.capital.ledger.Ledger;
import dev.maestro.engine.capital.ledger.LedgerSums;
import dev.maestro.engine.claim.TenantLedger;
import dev.maestro.engine.claim.body.LedgerView;
import dev.maestro.engine.form.View;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** A ledger as people read it, and as programs do. */
final class LedgerText {
  private static final View<BrokerAccount> ACCOUNT =
      View.<BrokerAccount>empty()
          .with("equity", account -> account.equity().toString())
          .with("buying_power", account -> account.buyingPower().toString())
          .with("as_of", BrokerAccount::asOf)
          .with("refused_since", BrokerAccount::refusedSince);

  /** All of it but the hashes of tokens. */
  static final View<TenantLedger> JSON =
      View.<TenantLedger>empty()
          .with("executor", kept -> kept.ledger().executor())
          .with("version", kept -> kept.ledger().version())
          .with("account", kept -> kept.ledger().account().map(ACCOUNT::written))
          .with("exposure", kept -> LedgerSums.exposure(kept.ledger()).toString())
          .all(LedgerView.SUMS, TenantLedger::ledger)
          .with(
              "intents",
              kept -> kept.ledger().intents().all().stream().map(IntentForm.VIEW::write).toList());

  private LedgerText() {}

  static List<String> lines(TenantLedger kept) {
    Ledger ledger = kept.ledger();
    List<String> lines = new ArrayList<>();
    lines.add("version      " + ledger.version() + ", executor " + ledger.executor());
    lines.add(
        "account      "
            + ledger.account().map(LedgerText::line).orElse("none yet: a feeder puts one"));
    lines.add("exposure     " + LedgerSums.exposure(ledger));
    lines.add("reserved     " + LedgerSums.reserved(ledger));
    lines.add(
        "available    "
            + LedgerSums.available(ledger).map(BigDecimal::toPlainString).orElse("unknown"));
    ledger
        .restrictions()
        .suspended()
        .forEach(strategy -> lines.add("suspended    " + strategy + ": './maestro rearm'"));
    ledger
        .restrictions()
        .doubts()
        .keySet()
        .forEach(symbol -> lines.add("in doubt     " + symbol + ": the broker shows less of it"));
    ledger.book().holdings().all().forEach(held -> lines.add("holding      " + line(held)));
    ledger.book().lots().all().forEach(lot -> lines.add("lot          " + line(lot)));
    ledger.intents().all().forEach(open -> lines.add("intent       " + line(open)));
    return lines;
  }

  private static String line(BrokerAccount account) {
    return "equity "
        + account.equity()
        + ", buying power "
        + account.buyingPower()
        + " as of "
        + account.asOf()
        + (account.refusedSince() ? "; what came since was refused" : "");
  }

  private static String line(LedgerHolding held) {
    return name(held.key().holder().value())
        + " "
        + held.quantity()
        + " "
        + held.key().symbol()
        + " for "
        + held.cost();
  }

  private static String line(Lot lot) {
    return name(lot.key().holder().value()) + " " + lot.quantity() + " " + lot.key().symbol();
  }

  private static String line(Intent open) {
    return open.nonce()
        + " "
        + open.state()
        + " "
        + name(open.key().holder().value())
        + " "
        + open.side()
        + " "
        + open.key().symbol()
        + (open.isEntry() ? " for " + open.order().notional() : " " + open.order().quantity())
        + ", filled "
        + open.filled().quantity();
  }

  private static String name(String strategy) {
    return strategy.isEmpty() ? "(nobody)" : strategy;
  }
}
