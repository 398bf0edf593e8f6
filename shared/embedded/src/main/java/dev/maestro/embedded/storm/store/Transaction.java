package dev.maestro.embedded.storm.store;

import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.capital.ledger.Ledger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * One transaction, or one optimistic batch, as a machine of two steps: it reads and runs its
 * commands, others may act, it commits or finds that what it read has changed.
 */
public final class Transaction {
  private final StormStore store;
  private final Function<Ledger, List<LedgerCommand>> body;
  private final boolean verifiesSwitch;
  private final long switchesBefore;
  private List<Ran> ran = List.of();
  private long ledgerVersion;
  private long switchVersion;
  private Instant readAt = Instant.EPOCH;

  Transaction(
      StormStore store, Function<Ledger, List<LedgerCommand>> body, boolean verifiesSwitch) {
    this.store = store;
    this.body = body;
    this.verifiesSwitch = verifiesSwitch;
    this.switchesBefore = store.switchVersion();
  }

  /** Reads, takes the time and runs the commands on what it read. */
  public void read() {
    Ledger ledger = store.ledgerUnderSwitch();
    ledgerVersion = ledger.version();
    switchVersion = store.switchVersion();
    readAt = store.now();
    Overlay overlay = new Overlay(store.archive());
    List<Ran> done = new ArrayList<>();
    for (LedgerCommand command : body.apply(ledger)) {
      Ran each = store.run(ledger, overlay, command, readAt);
      overlay.add(each);
      ledger = each.outcome().ledger();
      done.add(each);
    }
    ran = done;
  }

  /** Writes all or nothing; false: it has to read again. */
  public boolean commit() {
    return store.commit(this);
  }

  /** What its commands came to, once it is committed. */
  public List<Ran> ran() {
    return ran;
  }

  boolean isWriting() {
    return ran.stream().anyMatch(Ran::isWriting);
  }

  boolean stillHolds(long ledgerNow, long switchNow) {
    return ledgerVersion == ledgerNow && (!verifiesSwitch || switchVersion == switchNow);
  }

  long switchesBefore() {
    return switchesBefore;
  }

  Instant readAt() {
    return readAt;
  }
}
