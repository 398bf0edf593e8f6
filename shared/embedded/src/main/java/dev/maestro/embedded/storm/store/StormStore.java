package dev.maestro.embedded.storm.store;

import dev.maestro.embedded.storm.world.Cast;
import dev.maestro.embedded.storm.world.StormTrace;
import dev.maestro.embedded.storm.world.VirtualClock;
import dev.maestro.engine.capital.command.Archive;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.capital.ledger.Ledger;
import dev.maestro.engine.control.TradingControl;
import dev.maestro.engine.control.TradingState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Ledger, intents, trades and two kill switches, the tenant's and everybody's. What a transaction
 * read is still so when it writes, or it runs again; a switch is a document of its own.
 */
public final class StormStore {
  /** A transaction that takes longer is thrown away. */
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final VirtualClock clock;
  private final StormTrace trace;
  private final Rules rules;
  private final StoreManners manners;
  private final List<CommitWatch> watches = new ArrayList<>();
  private final StormArchive archive = new StormArchive();
  private Ledger ledger = Ledger.empty(Cast.EXECUTOR);
  private TradingControl tenant = TradingControl.INITIAL;
  private TradingControl everybodys = TradingControl.INITIAL;
  private TradingControl remembered = TradingControl.INITIAL;
  private Instant rememberedAt = Instant.EPOCH;
  private long switchVersion;

  /** An empty one. */
  public StormStore(VirtualClock clock, StormTrace trace, Rules rules, StoreManners manners) {
    this.clock = clock;
    this.trace = trace;
    this.rules = rules;
    this.manners = manners;
  }

  /** Tells one more of every command that counts. */
  public void watchedBy(CommitWatch watch) {
    watches.add(watch);
  }

  /** One command of a person or an executor: the switches are read and verified with it. */
  public Transaction transaction(LedgerCommand command) {
    return new Transaction(this, unused -> List.of(command), manners.readsSwitchInside());
  }

  /** A cycle's batch: only the ledger must be as it was read. */
  public Transaction batch(Function<Ledger, List<LedgerCommand>> body) {
    return new Transaction(this, body, false);
  }

  /** Throws a switch, in a transaction of its own. */
  public void throwSwitch(boolean isEverybodys, TradingState state, String reason) {
    TradingControl before = isEverybodys ? everybodys : tenant;
    TradingControl next = before.next(state, reason, Cast.OPERATOR, clock.now());
    if (isEverybodys) {
      everybodys = next;
    } else {
      tenant = next;
    }
    switchVersion++;
    trace.mix(switchVersion);
    trace.say(
        () -> "switch of " + (isEverybodys ? "everybody" : "the tenant") + " is now " + state);
  }

  /** Both switches together, as they are now. */
  public TradingControl control() {
    return TradingControl.together(tenant, everybodys, ledger.control().fence());
  }

  /** One of the two switches. */
  public TradingControl control(boolean ofEverybody) {
    return ofEverybody ? everybodys : tenant;
  }

  /** The ledger as it is stored. */
  public Ledger ledger() {
    return ledger;
  }

  /** What is stored beside it. */
  public StormArchive archive() {
    return archive;
  }

  /** How often a switch was thrown. */
  public long switchVersion() {
    return switchVersion;
  }

  Instant now() {
    return clock.now();
  }

  Ledger ledgerUnderSwitch() {
    if (manners.readsSwitchInside()) {
      return ledger.withControl(control());
    }
    if (rememberedAt.plus(LONGEST).isBefore(clock.now())) {
      remembered = control();
      rememberedAt = clock.now();
    }
    return ledger.withControl(remembered);
  }

  Ran run(Ledger before, Archive seen, LedgerCommand command, Instant at) {
    return new Ran(before, command, rules.apply(before, seen, command, at, Cast.CONFIG), at);
  }

  boolean commit(Transaction transaction) {
    boolean isWriting = transaction.isWriting();
    boolean isTooOld = transaction.readAt().plus(LONGEST).isBefore(clock.now());
    boolean isVerified =
        !manners.verifiesReads() || transaction.stillHolds(ledger.version(), switchVersion);
    if (isTooOld || (isWriting && !isVerified)) {
      trace.say(() -> "  (what was read has changed: the transaction runs again)");
      return false;
    }
    for (Ran ran : transaction.ran()) {
      trace.mix(ran.outcome().code().name().hashCode() + 100L * ran.outcome().ledger().version());
      trace.say(() -> RanWords.of(ran));
      watches.forEach(watch -> watch.committed(ran, archive, transaction.switchesBefore()));
      write(ran);
    }
    return true;
  }

  private void write(Ran ran) {
    if (ran.isWriting()) {
      ledger = ran.outcome().ledger();
      archive.write(ran.outcome().effects());
      ran.outcome()
          .effects()
          .control()
          .ifPresent(thrown -> throwSwitch(false, thrown.state(), thrown.reason()));
    }
  }
}
