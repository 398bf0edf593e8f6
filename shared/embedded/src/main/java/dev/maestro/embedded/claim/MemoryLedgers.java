package dev.maestro.embedded.claim;

import dev.maestro.embedded.memory.MemoryJournal;
import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.alert.AlertPort;
import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.book.LedgerTrade;
import dev.maestro.engine.capital.command.CapitalAlert;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.capital.ledger.EntryPolicy;
import dev.maestro.engine.claim.BrokenLedgerException;
import dev.maestro.engine.claim.ControlPort;
import dev.maestro.engine.claim.HistoryLine;
import dev.maestro.engine.claim.KeptIntent;
import dev.maestro.engine.claim.LedgerAnswer;
import dev.maestro.engine.claim.LedgerPort;
import dev.maestro.engine.claim.TenantLedger;
import dev.maestro.engine.claim.UnreadableLedgerException;
import dev.maestro.engine.claim.step.LedgerState;
import dev.maestro.engine.claim.step.LedgerStep;
import dev.maestro.engine.claim.step.RunCommand;
import dev.maestro.engine.claim.step.StoredGates;
import dev.maestro.engine.control.TradingControl;
import dev.maestro.engine.name.AccountId;
import dev.maestro.engine.name.TenantId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Ledgers and kill switches in memory, with the promises of a real store. One lock makes every
 * method atomic; people are told after it is let go. A tenant whose switch nobody has set is
 * REDUCING, and one without a policy forbids entries.
 */
public final class MemoryLedgers implements LedgerPort, ControlPort {
  private final InstantSource clock;
  private final AlertPort alerts;
  private final MemoryJournal journal;
  private final Map<TenantId, OneTenant> tenants = new HashMap<>();
  private TradingControl global = TradingControl.INITIAL;

  /**
   * Without a ledger yet.
   *
   * @param journal what trades become
   */
  public MemoryLedgers(InstantSource clock, AlertPort alerts, MemoryJournal journal) {
    this.clock = clock;
    this.alerts = alerts;
    this.journal = journal;
  }

  @Override
  public LedgerAnswer apply(TenantId tenant, AccountId account, LedgerCommand command) {
    try {
      LedgerStep step = run(tenant, account, command);
      step.alerts()
          .forEach(alert -> alerts.raise(tenant, alert.code(), message(alert), clock.instant()));
      return step.answer();
    } catch (UnreadableLedgerException unreadable) {
      tell(tenant, AlertCode.UNREADABLE_LEDGER, unreadable);
      throw unreadable;
    } catch (BrokenLedgerException broken) {
      reduce(tenant);
      tell(tenant, AlertCode.BROKEN_INVARIANT, broken);
      throw broken;
    }
  }

  @Override
  public synchronized TradingControl put(Optional<TenantId> tenant, TradingControl order) {
    if (order.isActive() && order.reason().isBlank()) {
      throw new IllegalArgumentException("ACTIVE needs a reason that is not blank");
    }
    Instant now = clock.instant();
    if (tenant.isEmpty()) {
      global = gates(TradingControl.UNKNOWN).thrownForAll(order, now);
      return global;
    }
    OneTenant own = of(tenant.get());
    long highest = own.highestFence();
    own.control = Optional.of(gates(own).thrown(order, highest, now));
    return own.control.get();
  }

  /** A switch as it stands; a tenant's that nobody has set is unknown. */
  public synchronized TradingControl control(Optional<TenantId> tenant) {
    return tenant.map(id -> gates(of(id)).tenant()).orElse(global);
  }

  /** A tenant's switch and everybody's, as they count together. */
  public synchronized TradingControl together(TenantId tenant) {
    return TradingControl.together(gates(of(tenant)).tenant(), global, 0);
  }

  /** Sets up a tenant's switch, with a fence of its own. */
  public synchronized void setControl(TenantId tenant, TradingControl control) {
    of(tenant).control = Optional.of(control);
  }

  /** The policy that claims ask from now on. */
  public synchronized void setPolicy(TenantId tenant, EntryPolicy policy) {
    of(tenant).policy = policy;
  }

  /** The ledger of an account, under both switches and the policy as they stand. */
  public synchronized Optional<TenantLedger> find(TenantId tenant, AccountId account) {
    OneTenant own = of(tenant);
    return own.ledger(account).map(kept -> kept.with(gates(own).before(kept.ledger())));
  }

  /** One intent, open or ended. */
  public synchronized Optional<KeptIntent> intent(TenantId tenant, Nonce nonce) {
    return Optional.ofNullable(of(tenant).intents.get(nonce));
  }

  /** All intents of a tenant, by nonce. */
  public synchronized List<KeptIntent> intents(TenantId tenant) {
    return List.copyOf(of(tenant).intents.values());
  }

  /** The history of an intent, oldest line first. */
  public synchronized List<HistoryLine> history(TenantId tenant, Nonce nonce) {
    return List.copyOf(of(tenant).history.getOrDefault(nonce, List.of()));
  }

  /** The trades of an account that no intent asked for. */
  public synchronized List<LedgerTrade> closes(TenantId tenant, AccountId account) {
    return List.copyOf(of(tenant).closesOf(account).values());
  }

  /**
   * Writes what a cycle has reserved, if the ledger is still as it saw it, whatever became of
   * switches and policy since: every claim asks those.
   *
   * @param asSeen empty: there was none
   * @param changed intents as they are now
   * @return false if it is not; nothing is changed then
   */
  public synchronized boolean replaceIf(
      TenantId tenant,
      AccountId account,
      Optional<TenantLedger> asSeen,
      TenantLedger next,
      List<KeptIntent> changed) {
    OneTenant own = of(tenant);
    Optional<TenantLedger> stands = own.ledger(account);
    boolean isStill = stands.map(MemoryLedgers::ungated).equals(asSeen.map(MemoryLedgers::ungated));
    if (isStill) {
      own.put(account, next);
      changed.forEach(intent -> own.keep(intent, clock.instant()));
    }
    return isStill;
  }

  /** The ledger of an account is there no more; its intents are. */
  public synchronized void lose(TenantId tenant, AccountId account) {
    of(tenant).lose(account);
  }

  private synchronized LedgerStep run(TenantId tenant, AccountId account, LedgerCommand command) {
    OneTenant own = of(tenant);
    if (own.hasLost(account)) {
      throw new UnreadableLedgerException(
          "the ledger " + account + " of " + tenant + " is missing, and was there before");
    }
    LedgerState state =
        new LedgerState(
            tenant,
            account,
            own.ledger(account),
            command.nonce().flatMap(nonce -> intent(tenant, nonce)),
            command.tradeId().flatMap(id -> own.close(account, id)),
            gates(own));
    LedgerStep step = RunCommand.run(state, command, clock.instant());
    own.write(account, step);
    step.rows().forEach(row -> journal.put(row.owner(), row.trade().id(), OneTenant.fields(row)));
    return step;
  }

  private synchronized void reduce(TenantId tenant) {
    OneTenant own = of(tenant);
    own.control =
        Optional.of(
            gates(own)
                .reduced(
                    "a ledger's invariant is broken",
                    "maestro",
                    own.highestFence(),
                    clock.instant()));
  }

  private StoredGates gates(OneTenant own) {
    return new StoredGates(own.control.orElse(TradingControl.UNKNOWN), global, own.policy);
  }

  private StoredGates gates(TradingControl tenant) {
    return new StoredGates(tenant, global, EntryPolicy.ALLOWS_NOTHING);
  }

  private OneTenant of(TenantId tenant) {
    return tenants.computeIfAbsent(tenant, id -> new OneTenant());
  }

  private void tell(TenantId tenant, AlertCode code, RuntimeException why) {
    alerts.raise(tenant, code, String.valueOf(why.getMessage()), clock.instant());
  }

  private static TenantLedger ungated(TenantLedger kept) {
    return kept.with(
        kept.ledger().withControl(TradingControl.INITIAL).withPolicy(EntryPolicy.ALLOWS_ALL));
  }

  private static String message(CapitalAlert alert) {
    return alert.subject().isEmpty() ? alert.detail() : alert.subject() + ": " + alert.detail();
  }
}
