package dev.maestro.firestore.claim;

import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.SetOptions;
import com.google.cloud.firestore.Transaction;
import dev.maestro.engine.capital.book.LedgerTrade;
import dev.maestro.engine.claim.IntentUpdate;
import dev.maestro.engine.claim.TradeRow;
import dev.maestro.engine.claim.step.LedgerStep;
import dev.maestro.engine.name.AccountId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoredValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What one command writes, all of it in its transaction; alerts are written by the caller. */
final class CommandWrites {
  private final Firestore firestore;
  private final TenantId tenant;
  private final AccountId account;

  CommandWrites(Firestore firestore, TenantId tenant, AccountId account) {
    this.firestore = firestore;
    this.tenant = tenant;
    this.account = account;
  }

  void write(Transaction transaction, LedgerStep step) {
    step.ledger()
        .ifPresent(
            ledger ->
                transaction.set(
                    firestore.document(Paths.ledger(tenant, account)),
                    LedgerDocument.fields(tenant, ledger)));
    step.intents().forEach(update -> write(transaction, update));
    step.closes()
        .forEach(
            trade ->
                transaction.set(
                    firestore.document(close(trade)), IntentDocument.close(tenant, trade)));
    step.rows().forEach(row -> write(transaction, row));
    step.control()
        .ifPresent(
            control ->
                transaction.set(
                    firestore.document(Paths.control(tenant)),
                    StoredControl.fields(Optional.of(tenant), control)));
  }

  /** With the end of an intent the ledger forgets whose it was; late reports must be told apart. */
  private void write(Transaction transaction, IntentUpdate update) {
    transaction.set(
        firestore.document(Paths.intent(tenant, update.nonce())),
        IntentDocument.fields(tenant, update),
        SetOptions.merge());
    update
        .intent()
        .flatMap(intent -> TokenDocument.fields(tenant, intent))
        .ifPresent(
            fields ->
                transaction.set(
                    firestore.document(Paths.token(tenant, account, update.nonce())), fields));
  }

  /** The row is replaced whole: what the last report said of it does not stand any more. */
  private void write(Transaction transaction, TradeRow row) {
    transaction.set(
        firestore.document(Paths.trade(row.owner(), documentId(row.trade().id()))),
        StoredValue.map(TradeRow.VIEW.write(row)));
  }

  private String close(LedgerTrade trade) {
    return close(tenant, account, trade.id().substring(LedgerTrade.CLOSE.length()));
  }

  /** The document of a close; an executor's id may hold what a document's may not. */
  static String close(TenantId tenant, AccountId account, String id) {
    return Paths.closes(tenant, account) + "/" + documentId(LedgerTrade.CLOSE + id);
  }

  private static String documentId(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8);
  }
}
