package dev.maestro.firestore.claim;

import com.google.cloud.firestore.SetOptions;
import com.google.cloud.firestore.WriteBatch;
import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.intent.IntentForm;
import dev.maestro.engine.claim.ControlPort;
import dev.maestro.engine.claim.HistoryLine;
import dev.maestro.engine.claim.KeptIntent;
import dev.maestro.engine.claim.LedgerPort;
import dev.maestro.engine.claim.TenantLedger;
import dev.maestro.engine.control.TradingControl;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.journal.RawTrade;
import dev.maestro.engine.name.AccountId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.policy.stability.StabilityState;
import dev.maestro.engine.policy.stability.StabilityStateForm;
import dev.maestro.firestore.EmulatedStore;
import dev.maestro.firestore.alert.Alerts;
import dev.maestro.firestore.audit.ChainDocument;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.testing.claim.LedgerScene;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Ledgers on the emulator, and what a cycle leaves there. */
final class FirestoreLedgerScene implements LedgerScene {
  final EmulatedStore store;
  final List<String> logged = Collections.synchronizedList(new ArrayList<>());
  private final InstantSource clock;
  private final FirestoreLedgers ledgers;

  FirestoreLedgerScene(String project, InstantSource clock) {
    this.store = EmulatedStore.empty(project);
    this.clock = clock;
    this.ledgers = another();
  }

  /** The same ledgers, as another process sees them. */
  FirestoreLedgers another() {
    return new FirestoreLedgers(
        store.firestore(),
        clock,
        new Alerts(store.firestore(), (message, fields) -> logged.add(message)),
        "test");
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
    WriteBatch batch = store.firestore().batch();
    batch.set(
        store.firestore().document(Paths.ledger(tenant, account)),
        LedgerDocument.fields(tenant, ledger));
    batch.set(
        store.firestore().document(Paths.of(tenant, ChainDocument.PATH)),
        Map.of("ledger_version", Math.max(1, ledger.ledger().version())));
    for (KeptIntent kept : intents) {
      HistoryLine line =
          new HistoryLine(clock.instant(), kept.intent().state(), "maestro", "by a cycle");
      batch.set(
          store.firestore().document(Paths.intent(tenant, kept.intent().nonce())),
          IntentDocument.fields(tenant, kept, List.of(line)),
          SetOptions.merge());
    }
    StoreCalls.await(batch.commit());
  }

  @Override
  public void given(TenantId tenant, TradingControl control) {
    store.write(Paths.control(tenant), StoredControl.fields(Optional.of(tenant), control));
  }

  @Override
  public void given(TenantId tenant, StabilityState policy) {
    store.write(Paths.of(tenant, "policy/current"), StabilityStateForm.FORM.write(policy));
  }

  @Override
  public void loseLedger(TenantId tenant, AccountId account) {
    StoreCalls.await(store.firestore().document(Paths.ledger(tenant, account)).delete());
  }

  @Override
  public TenantLedger ledger(TenantId tenant, AccountId account) {
    return LedgerDocument.read(Optional.of(store.read(Paths.ledger(tenant, account))))
        .orElseThrow();
  }

  /** With the hash of its token, which the ledger has while it is open. */
  @Override
  public KeptIntent intent(TenantId tenant, Nonce nonce) {
    Optional<Fields> open =
        ledger(tenant, AccountId.MAIN)
            .ledger()
            .intents()
            .get(nonce)
            .map(IntentForm.FORM::write)
            .map(fields -> Fields.of("the ledger", fields));
    String path = Paths.token(tenant, AccountId.MAIN, nonce);
    Optional<Fields> ended = store.has(path) ? Optional.of(store.read(path)) : Optional.empty();
    return IntentDocument.read(
            Optional.of(store.read(Paths.intent(tenant, nonce))), open.or(() -> ended))
        .orElseThrow();
  }

  @Override
  public List<HistoryLine> history(TenantId tenant, Nonce nonce) {
    return IntentDocument.history(store.read(Paths.intent(tenant, nonce)));
  }

  @Override
  public Optional<RawTrade> row(Uid uid, String tradeId) {
    String path = Paths.trade(uid, tradeId);
    return store.has(path) ? Optional.of(RawTrade.of(store.read(path))) : Optional.empty();
  }

  @Override
  public long alerts(TenantId tenant, AlertCode code) {
    LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    String path = Paths.ALERTS + "/" + tenant + "_" + code + "_" + day;
    return store.has(path) ? store.read(path).get("count", Kinds.WHOLE) : 0;
  }
}
