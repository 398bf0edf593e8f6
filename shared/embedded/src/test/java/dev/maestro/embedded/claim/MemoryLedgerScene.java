package dev.maestro.embedded.claim;

import dev.maestro.embedded.memory.MemoryJournal;
import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.ledger.EntryPolicy;
import dev.maestro.engine.claim.ControlPort;
import dev.maestro.engine.claim.HistoryLine;
import dev.maestro.engine.claim.KeptIntent;
import dev.maestro.engine.claim.LedgerPort;
import dev.maestro.engine.claim.TenantLedger;
import dev.maestro.engine.control.TradingControl;
import dev.maestro.engine.journal.RawTrade;
import dev.maestro.engine.name.AccountId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.policy.stability.StabilityState;
import dev.maestro.engine.reweigh.JournalTrade;
import dev.maestro.testing.claim.LedgerScene;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Ledgers in memory, and what a cycle leaves there. */
final class MemoryLedgerScene implements LedgerScene {
  private final MemoryJournal journal = new MemoryJournal();
  private final Map<AlertCode, Long> alerts = new EnumMap<>(AlertCode.class);
  private final MemoryLedgers store;

  MemoryLedgerScene(InstantSource time) {
    store =
        new MemoryLedgers(
            time, (tenant, code, message, now) -> alerts.merge(code, 1L, Long::sum), journal);
  }

  @Override
  public LedgerPort ledgers() {
    return store;
  }

  @Override
  public ControlPort controls() {
    return store;
  }

  @Override
  public void given(
      TenantId tenant, AccountId account, TenantLedger ledger, List<KeptIntent> intents) {
    if (!store.replaceIf(tenant, account, store.find(tenant, account), ledger, intents)) {
      throw new IllegalStateException("somebody was faster");
    }
  }

  @Override
  public void given(TenantId tenant, TradingControl control) {
    store.setControl(tenant, control);
  }

  @Override
  public void given(TenantId tenant, StabilityState policy) {
    store.setPolicy(tenant, EntryPolicy.of(policy));
  }

  @Override
  public void loseLedger(TenantId tenant, AccountId account) {
    store.lose(tenant, account);
  }

  @Override
  public TenantLedger ledger(TenantId tenant, AccountId account) {
    return store.find(tenant, account).orElseThrow();
  }

  @Override
  public KeptIntent intent(TenantId tenant, Nonce nonce) {
    return store.intent(tenant, nonce).orElseThrow();
  }

  @Override
  public List<HistoryLine> history(TenantId tenant, Nonce nonce) {
    return store.history(tenant, nonce);
  }

  @Override
  public Optional<RawTrade> row(Uid uid, String tradeId) {
    return journal.trade(uid, tradeId).map(JournalTrade::document);
  }

  @Override
  public long alerts(TenantId tenant, AlertCode code) {
    return alerts.getOrDefault(code, 0L);
  }
}
