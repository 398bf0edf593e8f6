package dev.maestro.functions.status;

import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.WriteBatch;
import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.claim.ControlPort;
import dev.maestro.engine.claim.HistoryLine;
import dev.maestro.engine.claim.KeptIntent;
import dev.maestro.engine.claim.LedgerPort;
import dev.maestro.engine.claim.TenantLedger;
import dev.maestro.engine.control.TradingControl;
import dev.maestro.engine.control.TradingControlForm;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.journal.RawTrade;
import dev.maestro.engine.name.AccountId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.policy.stability.StabilityState;
import dev.maestro.engine.policy.stability.StabilityStateForm;
import dev.maestro.firestore.alert.Alerts;
import dev.maestro.firestore.claim.FirestoreLedgers;
import dev.maestro.firestore.claim.IntentDocument;
import dev.maestro.firestore.claim.LedgerDocument;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredFields;
import dev.maestro.firestore.store.StoredValue;
import dev.maestro.testing.claim.LedgerScene;
import dev.maestro.testing.conduct.MovableClock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What cycles leave in the store that the function under test works on. */
final class LedgerRoom implements LedgerScene {
  private final Firestore firestore;
  private final MovableClock clock;
  private final FirestoreLedgers ledgers;

  LedgerRoom(Firestore firestore, MovableClock clock) {
    this.firestore = firestore;
    this.clock = clock;
    this.ledgers =
        new FirestoreLedgers(
            firestore, clock, new Alerts(firestore, (message, fields) -> {}), "test");
  }

  @Override
  public LedgerPort ledgers() {
    return ledgers;
  }

  @Override
  public ControlPort controls() {
    return ledgers;
  }

  @Override
  public void given(
      TenantId tenant, AccountId account, TenantLedger ledger, List<KeptIntent> intents) {
    WriteBatch batch = firestore.batch();
    batch.set(
        firestore.document(Paths.ledger(tenant, account)), LedgerDocument.fields(tenant, ledger));
    for (KeptIntent kept : intents) {
      HistoryLine line =
          new HistoryLine(clock.instant(), kept.intent().state(), "maestro", "by a cycle");
      batch.set(
          firestore.document(Paths.intent(tenant, kept.intent().nonce())),
          IntentDocument.fields(tenant, kept, List.of(line)));
    }
    StoreCalls.await(batch.commit());
  }

  @Override
  public void given(TenantId tenant, TradingControl control) {
    set(Paths.control(tenant), TradingControlForm.FORM.write(control));
  }

  @Override
  public void given(TenantId tenant, StabilityState policy) {
    set(Paths.of(tenant, "policy/current"), StabilityStateForm.FORM.write(policy));
  }

  @Override
  public void loseLedger(TenantId tenant, AccountId account) {
    StoreCalls.await(firestore.document(Paths.ledger(tenant, account)).delete());
  }

  @Override
  public TenantLedger ledger(TenantId tenant, AccountId account) {
    return LedgerDocument.read(find(Paths.ledger(tenant, account))).orElseThrow();
  }

  @Override
  public KeptIntent intent(TenantId tenant, Nonce nonce) {
    return IntentDocument.read(find(Paths.intent(tenant, nonce))).orElseThrow();
  }

  @Override
  public List<HistoryLine> history(TenantId tenant, Nonce nonce) {
    return IntentDocument.history(find(Paths.intent(tenant, nonce)).orElseThrow());
  }

  @Override
  public Optional<RawTrade> row(Uid uid, String tradeId) {
    return find(Paths.trade(uid, tradeId)).map(RawTrade::of);
  }

  @Override
  public long alerts(TenantId tenant, AlertCode code) {
    LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return find(Paths.ALERTS + "/" + tenant + "_" + code + "_" + day)
        .map(alert -> alert.get("count", Kinds.WHOLE))
        .orElse(0L);
  }

  void set(String path, Map<String, ?> fields) {
    StoreCalls.await(firestore.document(path).set(StoredValue.map(fields)));
  }

  Optional<Fields> find(String path) {
    return Optional.of(StoreCalls.await(firestore.document(path).get()))
        .filter(document -> document.exists())
        .map(StoredFields::of);
  }
}
