package dev.maestro.firestore.cycle;

import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.SetOptions;
import com.google.cloud.firestore.WriteBatch;
import dev.maestro.engine.audit.CanonicalJson;
import dev.maestro.engine.claim.IntentUpdate;
import dev.maestro.engine.claim.LedgerChanges;
import dev.maestro.engine.claim.TenantLedger;
import dev.maestro.engine.conduct.CycleCommit;
import dev.maestro.engine.conduct.situation.AccountState;
import dev.maestro.engine.form.Written;
import dev.maestro.engine.meta.MetaState;
import dev.maestro.engine.meta.MetaStateForm;
import dev.maestro.engine.name.AccountId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.narration.Narration;
import dev.maestro.engine.policy.gather.DayEquity;
import dev.maestro.engine.policy.gather.DayEquityForm;
import dev.maestro.engine.policy.stability.PolicyStep;
import dev.maestro.engine.policy.stability.StabilityStateForm;
import dev.maestro.engine.shadow.ShadowBook;
import dev.maestro.engine.shadow.ShadowStep;
import dev.maestro.engine.shadow.ShadowTrade;
import dev.maestro.firestore.audit.ChainDocument;
import dev.maestro.firestore.audit.InputDocument;
import dev.maestro.firestore.audit.RecordDocument;
import dev.maestro.firestore.claim.IntentDocument;
import dev.maestro.firestore.claim.LedgerDocument;
import dev.maestro.firestore.metrics.MetricsDocument;
import dev.maestro.firestore.policy.PolicyDocument;
import dev.maestro.firestore.shadow.ShadowDocument;
import dev.maestro.firestore.shadow.ShadowTradeDocument;
import dev.maestro.firestore.stats.StatsDocument;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoredValue;
import dev.maestro.firestore.twin.TwinDocument;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The one commit of a cycle: everything that it replaces must still be as it was read. */
final class CycleWriter {
  private final Firestore firestore;
  private final Slots slots;
  private final CycleCommit commit;
  private final StoredSet stored;
  private final TenantId tenant;
  private final WriteBatch batch;

  CycleWriter(Firestore firestore, Slots slots, CycleCommit commit) {
    this.firestore = firestore;
    this.slots = slots;
    this.commit = commit;
    this.stored = (StoredSet) commit.situation().version();
    this.tenant = commit.situation().facts().tenant().id();
    this.batch = firestore.batch();
  }

  WriteBatch batch() {
    batch.update(
        slots.document(tenant, commit.slot()),
        Slots.done(commit.recordId(), commit.now()),
        Slots.held(commit.claim()));
    record();
    input();
    chain();
    ledger();
    shadow();
    twin();
    policy();
    globalPolicy();
    accountDay();
    commit.stats().ifPresent(stats -> replace(StatsDocument.PATH, StatsDocument.fields(stats)));
    batch.set(
        firestore.document(Paths.of(tenant, "dashboard/summary")),
        StoredValue.map(commit.told().summary().values()));
    MetricsDocument.add(firestore, batch, tenant, commit.told().metrics());
    return batch;
  }

  private void record() {
    Written record =
        new Written(commit.outcome().record().fields())
            .with("ai_summary", commit.outcome().summary())
            .with("narration", Narration.VIEW.write(commit.outcome().narration()))
            .with("duration_ms", commit.told().took().toMillis());
    batch.create(
        firestore.document(Paths.LOGS + "/" + commit.recordId()),
        RecordDocument.encode(record.values()));
  }

  /** Parts beside the record, in the same commit: what is decided again is what was decided. */
  private void input() {
    List<Map<String, Object>> parts =
        commit.input().map(kept -> InputDocument.fields(tenant, kept)).orElse(List.of());
    for (int part = 0; part < parts.size(); part++) {
      batch.create(
          firestore.document(InputDocument.path(commit.recordId(), part)), parts.get(part));
    }
  }

  private void chain() {
    replace(
        ChainDocument.PATH,
        ChainDocument.after(
            commit.outcome().record().head(),
            commit.slot().start(),
            commit.recordId(),
            ledgerVersion(),
            commit.shadow().map(step -> !step.book().equals(ShadowBook.EMPTY)).orElse(true)));
  }

  /** Where it cannot be read, it keeps what is known of it. */
  private long ledgerVersion() {
    return commit
        .outcome()
        .capital()
        .map(given -> given.ledger().ledger().version())
        .orElseGet(
            () ->
                stored
                    .fields(Paths.of(tenant, ChainDocument.PATH))
                    .map(ChainDocument::ledgerVersion)
                    .orElse(0L));
  }

  /** Reservations stand with the cycle that made them, on the ledger that it has read. */
  private void ledger() {
    Optional<LedgerChanges> given = commit.outcome().capital();
    boolean isChanged =
        given.map(LedgerChanges::ledger).filter(next -> !isAsRead(next)).isPresent();
    if (!isChanged) {
      return;
    }
    AccountId account = commit.situation().facts().config().conduct().accountId();
    replace("ledger/" + account, LedgerDocument.fields(tenant, given.get().ledger()));
    for (LedgerChanges.Reserved reserved : given.get().reserved(account)) {
      batch.create(
          firestore.document(Paths.intent(tenant, reserved.intent().intent().nonce())),
          IntentDocument.fields(tenant, reserved.intent(), reserved.history()));
    }
    for (IntentUpdate update : given.get().updates()) {
      batch.set(
          firestore.document(Paths.intent(tenant, update.nonce())),
          IntentDocument.fields(tenant, update),
          SetOptions.merge());
    }
  }

  /** Only cycles write it, and the chain puts cycles in a row. */
  private void shadow() {
    Optional<ShadowStep> step = commit.shadow();
    boolean isChanged = !step.map(ShadowStep::book).equals(commit.situation().money().shadow());
    if (step.isPresent() && isChanged) {
      batch.set(
          firestore.document(Paths.of(tenant, ShadowDocument.PATH)),
          owned(ShadowDocument.fields(step.get().book())));
    }
    for (ShadowTrade trade : step.map(ShadowStep::trades).orElse(List.of())) {
      batch.set(
          firestore.document(Paths.of(tenant, ShadowTradeDocument.path(trade))),
          owned(ShadowTradeDocument.fields(trade)));
    }
  }

  /** Likewise, and whatever it was before: no decision looks at it. */
  private void twin() {
    batch.set(
        firestore.document(Paths.of(tenant, TwinDocument.PATH)),
        owned(TwinDocument.fields(commit.told().twin())));
  }

  /** Kill switch and policy are not kept with it; but the highest fence is. */
  private boolean isAsRead(TenantLedger next) {
    return commit
        .situation()
        .money()
        .ledger()
        .filter(read -> stored.fields(Paths.of(tenant, "ledger/main")).isPresent())
        .filter(
            read -> LedgerDocument.fields(tenant, read).equals(LedgerDocument.fields(tenant, next)))
        .isPresent();
  }

  private void policy() {
    PolicyStep step = commit.stage().step();
    replace(PolicyDocument.PATH, owned(PolicyDocument.fields(step, commit.day())));
    if (!step.inForce().saysTheSameAs(commit.situation().memory().stability().inForce())) {
      history(
          "policy/current/history/", owned(StabilityStateForm.HISTORY.write(step)), commit.now());
    }
  }

  private void globalPolicy() {
    Optional<MetaState> evaluated = commit.stage().evaluation().map(e -> e.state());
    evaluated.ifPresent(
        state -> {
          Map<String, Object> fields = owned(MetaStateForm.FORM.write(state));
          replace("globalPolicy/current", fields);
          history("globalPolicy/current/history/", fields, state.policy().updatedAt());
        });
  }

  /** Ids sort by time. */
  private void history(String place, Map<String, Object> fields, Instant time) {
    batch.create(firestore.document(Paths.of(tenant, place + CanonicalJson.time(time))), fields);
  }

  /**
   * Shown beside the account, for whoever feeds it and reports what flows in and out since then;
   * what counts is remembered with the policy. Only cycles write these fields, and the chain puts
   * cycles in a row; so they are written whatever the feeder has written meanwhile, which may be
   * often.
   */
  private void accountDay() {
    Optional<DayEquity> before = commit.situation().memory().day();
    Optional<AccountState> account = commit.situation().money().account();
    boolean isFlowsLost = account.filter(known -> known.flows().isEmpty()).isPresent();
    if (account.isEmpty() || commit.day().isEmpty()) {
      return;
    }
    DayEquity day = commit.day().get();
    if (isFlowsLost || !commit.day().equals(before)) {
      boolean hasBegun = before.filter(known -> known.day().equals(day.day())).isEmpty();
      batch.update(
          firestore.document(Paths.of(tenant, "accounts/main")),
          StoredValue.map(
              hasBegun || isFlowsLost
                  ? DayEquityForm.FORM.write(day)
                  : DayEquityForm.WITHOUT_FLOWS.write(day)));
    }
  }

  /** With the name of the tenant, which readers of a collection need. */
  private Map<String, Object> owned(Map<String, Object> fields) {
    Map<String, Object> owned = StoredValue.map(fields);
    owned.put("tenant_id", tenant.value());
    return owned;
  }

  private void replace(String rest, Map<String, Object> fields) {
    stored.replace(batch, firestore.document(Paths.of(tenant, rest)), fields);
  }
}
