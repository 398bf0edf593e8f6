package dev.maestro.firestore.claim;

import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.Transaction;
import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.capital.command.CapitalAlert;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.capital.ledger.EntryPolicy;
import dev.maestro.engine.capital.ledger.LedgerForm;
import dev.maestro.engine.claim.BrokenLedgerException;
import dev.maestro.engine.claim.ControlPort;
import dev.maestro.engine.claim.LedgerAnswer;
import dev.maestro.engine.claim.LedgerPort;
import dev.maestro.engine.claim.UnreadableLedgerException;
import dev.maestro.engine.claim.step.LedgerState;
import dev.maestro.engine.claim.step.LedgerStep;
import dev.maestro.engine.claim.step.RunCommand;
import dev.maestro.engine.claim.step.StoredGates;
import dev.maestro.engine.control.TradingControl;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.name.AccountId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.firestore.alert.Alerts;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredFields;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Ledgers and kill switches in Firestore. A command reads in one call, takes the time, runs, and
 * writes; Firestore runs it again if somebody else was faster.
 */
public final class FirestoreLedgers implements LedgerPort, ControlPort {
  private final Firestore firestore;
  private final InstantSource clock;
  private final Alerts alerts;
  private final String source;
  private final LedgerTransactions transactions;
  private final LedgerQueues queues = new LedgerQueues();

  /**
   * Reads and writes here.
   *
   * @param source the function or command that alerts name
   */
  public FirestoreLedgers(Firestore firestore, InstantSource clock, Alerts alerts, String source) {
    this.firestore = firestore;
    this.clock = clock;
    this.alerts = alerts;
    this.source = source;
    this.transactions = new LedgerTransactions(firestore);
  }

  /** What came of one run of the body: bodies throw nothing of ours and tell nobody. */
  private record Attempt(Optional<LedgerStep> step, Optional<RuntimeException> refusal) {}

  @Override
  public LedgerAnswer apply(TenantId tenant, AccountId account, LedgerCommand command) {
    Attempt attempt =
        queues.inTurn(
            Paths.ledger(tenant, account),
            () -> transactions.run(transaction -> attempt(transaction, tenant, account, command)));
    if (attempt.refusal().isPresent()) {
      throw refused(tenant, account, attempt.refusal().get());
    }
    LedgerStep step = attempt.step().orElseThrow();
    step.alerts()
        .forEach(alert -> alerts.tell(tenant.value(), alert.code(), message(alert), source));
    return step.answer();
  }

  @Override
  public TradingControl put(Optional<TenantId> tenant, TradingControl order) {
    if (order.isActive() && order.reason().isBlank()) {
      throw new IllegalArgumentException("ACTIVE needs a reason that is not blank");
    }
    long highest = tenant.map(this::highestFence).orElse(0L);
    return throwSwitch(
        tenant,
        gates ->
            tenant.isPresent()
                ? gates.thrown(order, highest, now())
                : gates.thrownForAll(order, now()));
  }

  private Attempt attempt(
      Transaction transaction, TenantId tenant, AccountId account, LedgerCommand command)
      throws Exception {
    CommandReads reads = CommandReads.of(firestore, transaction, tenant, account, command);
    Instant now = now();
    LedgerStep step;
    try {
      LedgerState state = reads.state(now);
      step = RunCommand.run(state, command, now);
    } catch (UnreadableLedgerException | BrokenLedgerException | IllegalArgumentException no) {
      return new Attempt(Optional.empty(), Optional.of(no));
    }
    new CommandWrites(firestore, tenant, account).write(transaction, step);
    step.alerts()
        .forEach(
            alert -> alerts.add(transaction, tenant, alert.code(), message(alert), source, now));
    return new Attempt(Optional.of(step), Optional.empty());
  }

  /** Tells of it; for a broken ledger only exits pass from now on. */
  private RuntimeException refused(TenantId tenant, AccountId account, RuntimeException why) {
    if (why instanceof UnreadableLedgerException) {
      alerts.raise(tenant, AlertCode.UNREADABLE_LEDGER, told(why), source, now());
    }
    if (why instanceof BrokenLedgerException) {
      reduce(tenant, account, why);
    }
    return why;
  }

  private void reduce(TenantId tenant, AccountId account, RuntimeException why) {
    long highest = highestFence(tenant, account);
    try {
      throwSwitch(
          Optional.of(tenant),
          gates -> gates.reduced("a ledger's invariant is broken", "maestro", highest, now()));
    } finally {
      alerts.raise(tenant, AlertCode.BROKEN_INVARIANT, told(why), source, now());
    }
  }

  private TradingControl throwSwitch(
      Optional<TenantId> tenant, Function<StoredGates, TradingControl> next) {
    DocumentReference global = firestore.document(Paths.GLOBAL_CONTROL);
    Optional<DocumentReference> own = tenant.map(Paths::control).map(firestore::document);
    return transactions.run(
        transaction -> {
          DocumentReference[] both =
              own.map(document -> new DocumentReference[] {document, global})
                  .orElse(new DocumentReference[] {global});
          List<DocumentSnapshot> read = LedgerTransactions.read(transaction.getAll(both));
          StoredGates gates =
              new StoredGates(
                  StoredGates.tenant(fields(read.get(0))),
                  StoredGates.global(fields(read.get(read.size() - 1))),
                  EntryPolicy.ALLOWS_NOTHING);
          TradingControl thrown = next.apply(gates);
          transaction.set(own.orElse(global), StoredControl.fields(tenant, thrown));
          return thrown;
        });
  }

  private long highestFence(TenantId tenant) {
    return highestFence(tenant, AccountId.MAIN);
  }

  /** Read on its own, so that no command stands in the way of a halt; what is lost is 0. */
  private long highestFence(TenantId tenant, AccountId account) {
    try {
      return fields(StoreCalls.await(firestore.document(Paths.ledger(tenant, account)).get()))
          .map(LedgerForm::highestFence)
          .orElse(0L);
    } catch (RuntimeException unknown) {
      return 0;
    }
  }

  /** To the microsecond, as the store keeps it. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static Optional<Fields> fields(DocumentSnapshot document) {
    return Optional.of(document).filter(DocumentSnapshot::exists).map(StoredFields::of);
  }

  private static String told(RuntimeException why) {
    return String.valueOf(why.getMessage());
  }

  private static String message(CapitalAlert alert) {
    return alert.subject().isEmpty() ? alert.detail() : alert.subject() + ": " + alert.detail();
  }
}
