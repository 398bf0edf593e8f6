package dev.maestro.testing.claim;

import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.capital.Nonce;
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
import java.util.List;
import java.util.Optional;

/** A store of ledgers, what cycles write into it, and what others find there. */
public interface LedgerScene {
  /** The port. */
  LedgerPort ledgers();

  /** The kill switches. */
  ControlPort controls();

  /** A cycle leaves this ledger and these intents. */
  void given(TenantId tenant, AccountId account, TenantLedger ledger, List<KeptIntent> intents);

  /** A tenant's switch stands so, with its fence. */
  void given(TenantId tenant, TradingControl control);

  /** The policy in force. */
  void given(TenantId tenant, StabilityState policy);

  /** The ledger is there no more. */
  void loseLedger(TenantId tenant, AccountId account);

  /** The ledger as it is stored; switch and policy are not looked at. */
  TenantLedger ledger(TenantId tenant, AccountId account);

  /** An intent as it is stored. */
  KeptIntent intent(TenantId tenant, Nonce nonce);

  /** Its history, oldest line first. */
  List<HistoryLine> history(TenantId tenant, Nonce nonce);

  /** A row of a journal. */
  Optional<RawTrade> row(Uid uid, String tradeId);

  /** How often an alert was raised for a tenant. */
  long alerts(TenantId tenant, AlertCode code);
}
