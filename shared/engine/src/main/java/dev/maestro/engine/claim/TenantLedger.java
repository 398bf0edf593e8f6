package dev.maestro.engine.claim;

import dev.maestro.engine.capital.CapitalConfig;
import dev.maestro.engine.capital.invariant.BrokenInvariant;
import dev.maestro.engine.capital.invariant.LedgerTotals;
import dev.maestro.engine.capital.ledger.Ledger;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.signal.account.Position;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The ledger of one account as it is kept: with all that a command has to know beside it, so that
 * no command reads another document for it. Cycles renew owners and parameters.
 *
 * @param owners whose journal the trades of a strategy are written into; a strategy that is missing
 *     has its trades in its intents only
 * @param config the parameters in force
 * @param totals what the ledger must add up to, carried on by every change of it
 */
public record TenantLedger(
    Ledger ledger, SortedMap<StrategyId, Uid> owners, CapitalConfig config, LedgerTotals totals) {
  /** Keeps its own map. */
  public TenantLedger {
    owners = Collections.unmodifiableSortedMap(new TreeMap<>(owners));
  }

  /** One that adds up as it stands: nothing of it was lost. */
  public TenantLedger(Ledger ledger, SortedMap<StrategyId, Uid> owners, CapitalConfig config) {
    this(ledger, owners, config, LedgerTotals.of(ledger));
  }

  /**
   * What differs from its totals: somebody took a part of it away, or edited one. Facts are taken
   * and exits pass, entries do not.
   */
  public List<BrokenInvariant> lost() {
    return totals.broken(ledger);
  }

  /** What is held, as strategies and marks see it; what nobody holds has no strategy. */
  public List<Position> positions() {
    return ledger.book().holdings().all().stream()
        .map(
            held ->
                new Position(
                    Optional.of(held.key().symbol()),
                    held.quantity().value(),
                    held.averageCost(),
                    StrategyId.of(held.key().holder().value())))
        .toList();
  }

  /** The same after a command. */
  public TenantLedger with(Ledger changed) {
    return new TenantLedger(changed, owners, config, totals.after(ledger, changed));
  }

  /** The first of an account, as a cycle makes it. */
  public static TenantLedger born(
      String executor, SortedMap<StrategyId, Uid> owners, CapitalConfig config) {
    Ledger empty = Ledger.empty(executor);
    return new TenantLedger(
        empty.withIntents(empty.intents().under(config.sizing().overfillFactor())), owners, config);
  }

  /**
   * The same under other parameters, as cycles renew them. Bookings that the snapshot contains by
   * these leave with it.
   */
  public TenantLedger renewed(
      String executor, SortedMap<StrategyId, Uid> newOwners, CapitalConfig newConfig) {
    Ledger under =
        ledger
            .withExecutor(executor)
            .withIntents(ledger.intents().under(newConfig.sizing().overfillFactor()));
    Ledger trimmed =
        ledger
            .account()
            .map(account -> account.asOf().minus(newConfig.times().snapshotGrace()))
            .map(contained -> under.withBookings(under.bookings().after(contained)))
            .orElse(under);
    return new TenantLedger(trimmed, newOwners, newConfig, totals.after(ledger, trimmed));
  }
}
