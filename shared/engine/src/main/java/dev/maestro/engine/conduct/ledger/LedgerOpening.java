package dev.maestro.engine.conduct.ledger;

import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.capital.Holder;
import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.capital.book.Holdings;
import dev.maestro.engine.capital.book.LedgerHolding;
import dev.maestro.engine.capital.book.Lot;
import dev.maestro.engine.capital.book.PositionBook;
import dev.maestro.engine.capital.book.Stake;
import dev.maestro.engine.capital.command.CapitalAlert;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.capital.invariant.BrokenInvariant;
import dev.maestro.engine.capital.invariant.LedgerInvariants;
import dev.maestro.engine.capital.ledger.BrokerAccount;
import dev.maestro.engine.capital.ledger.Ledger;
import dev.maestro.engine.claim.LedgerChanges;
import dev.maestro.engine.claim.LedgerRun;
import dev.maestro.engine.claim.TenantLedger;
import dev.maestro.engine.conduct.situation.AccountState;
import dev.maestro.engine.conduct.situation.Situation;
import dev.maestro.engine.control.TradingControl;
import dev.maestro.engine.name.AgentId;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.number.Money;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.signal.account.AccountSnapshot;
import dev.maestro.engine.signal.account.Position;
import dev.maestro.engine.tenant.CapitalSettings.JournalWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Brings the ledger up to date before a cycle asks it: kill switch, parameters and owners as they
 * are now, what time has done, and the account as the broker last showed it.
 */
public final class LedgerOpening {
  private static final Duration REPORTED_WITHIN = Duration.ofDays(1);

  private final Situation situation;
  private final Instant now;

  private LedgerOpening(Situation situation, Instant now) {
    this.situation = situation;
    this.now = now;
  }

  /** The ledger as the cycle finds it; empty if it is lost or cannot be read. */
  public static Optional<LedgerChanges> open(Situation situation, Instant now) {
    LedgerOpening opening = new LedgerOpening(situation, now);
    return situation.money().ledger().map(opening::open);
  }

  private LedgerChanges open(TenantLedger kept) {
    LedgerRun run = new LedgerRun(LedgerChanges.none(renewed(kept)), now);
    run.run(new LedgerCommand.Settle());
    situation.money().account().map(AccountState::snapshot).ifPresent(shown -> take(run, shown));
    unreported(run.ledger()).forEach(run::alert);
    lost(kept).ifPresent(run::alert);
    return run.changes();
  }

  /** With all that is not the ledger's to decide. */
  private TenantLedger renewed(TenantLedger kept) {
    boolean isJournalled = situation.facts().config().capital().journal() == JournalWriter.LEDGER;
    SortedMap<StrategyId, Uid> owners = new TreeMap<>(kept.owners());
    for (RegisteredStrategy strategy : situation.facts().strategies()) {
      owners.put(strategy.id(), strategy.uid());
    }
    Ledger ledger = kept.ledger().withControl(control(kept));
    Ledger known = situation.money().account().isPresent() ? first(ledger) : refused(ledger);
    return kept.with(known)
        .renewed(
            situation.money().account().flatMap(AccountState::executor).orElse(known.executor()),
            isJournalled ? owners : new TreeMap<>(),
            situation.facts().config().capital().config());
  }

  /** Of a ledger that has lost a part only exits pass. */
  private TradingControl control(TenantLedger kept) {
    TradingControl control = situation.facts().control().atFence(kept.ledger().control().fence());
    return kept.lost().isEmpty() ? control : control.atLeastReducing("the ledger has lost a part");
  }

  private static Optional<CapitalAlert> lost(TenantLedger kept) {
    return kept.lost().stream()
        .map(BrokenInvariant::toString)
        .reduce((one, other) -> one + "; " + other)
        .map(
            what ->
                new CapitalAlert(
                    AlertCode.BROKEN_INVARIANT,
                    "",
                    "the ledger: " + what + ": run ./maestro ledger verify, restore the document"));
  }

  /** An account that cannot be read any more is as good as one that was refused. */
  private static Ledger refused(Ledger ledger) {
    return ledger.account().map(BrokerAccount::refused).map(ledger::withAccount).orElse(ledger);
  }

  /** A new ledger takes positions that say whose they are as that strategy's. */
  private Ledger first(Ledger ledger) {
    if (ledger.account().isPresent() || ledger.version() > 0) {
      return ledger;
    }
    AccountSnapshot shown = situation.money().account().map(AccountState::snapshot).orElseThrow();
    PositionBook book = ledger.book();
    Money assigned = ledger.assigned();
    for (Position position : shown.positions()) {
      Optional<LedgerHolding> holding = holding(position, shown.asOf());
      Holdings known = book.holdings();
      boolean isNew = holding.filter(held -> known.get(held.key()).isEmpty()).isPresent();
      if (isNew) {
        LedgerHolding held = holding.orElseThrow();
        book = book.opened(held);
        assigned = assigned.plus(held.sign() > 0 ? held.cost().negated() : held.cost());
      }
    }
    return ledger.withBook(book).withAssigned(assigned);
  }

  private Optional<LedgerHolding> holding(Position position, Instant asOf) {
    Optional<RegisteredStrategy> owner =
        situation.facts().strategies().stream()
            .filter(strategy -> position.isOf(strategy.id()))
            .findFirst();
    Optional<Quantity> quantity = Quantity.ofExact(position.quantity());
    if (owner.isEmpty() || quantity.isEmpty() || position.symbol().isEmpty()) {
      return Optional.empty();
    }
    Money cost = Money.rounded(position.avgPrice().multiply(position.quantity()).abs());
    return Optional.of(
        new LedgerHolding(
            new PositionKey(position.symbol().get(), Holder.of(owner.get().id())),
            new Stake(quantity.get(), cost, Money.ZERO, Money.ZERO),
            Optional.of(new AgentId(owner.get().agentId())),
            asOf));
  }

  /** A snapshot that is not newer than the known one changes nothing. */
  private void take(LedgerRun run, AccountSnapshot shown) {
    boolean isNew =
        run.ledger().account().filter(known -> !shown.asOf().isAfter(known.asOf())).isEmpty();
    if (isNew) {
      run.run(
          new LedgerCommand.Snapshot(
              amount(shown.equity()),
              amount(shown.buyingPower()),
              shown.asOf(),
              Optional.of(
                  shown.positions().stream()
                      .map(
                          row ->
                              new LedgerCommand.ShownPosition(
                                  row.symbol(),
                                  Optional.of(row.quantity()),
                                  Optional.of(row.avgPrice())))
                      .toList())));
    }
  }

  /** With more places than money has, rounded down. */
  private static Optional<Money> amount(BigDecimal shown) {
    return Optional.of(new Money(shown.setScale(Money.PLACES, RoundingMode.FLOOR)));
  }

  private List<CapitalAlert> unreported(Ledger ledger) {
    List<CapitalAlert> alerts =
        ledger.book().lots().all().stream()
            .filter(lot -> lot.asOf().isBefore(now.minus(REPORTED_WITHIN)))
            .map(LedgerOpening::unreported)
            .collect(Collectors.toList());
    LedgerInvariants.exitsBeyondHeld(ledger).stream()
        .map(
            key ->
                new CapitalAlert(
                    AlertCode.EXITS_BEYOND_HELD,
                    key.toString(),
                    "open exits of " + key + " may fill more than is held"))
        .forEach(alerts::add);
    return alerts;
  }

  private static CapitalAlert unreported(Lot lot) {
    return new CapitalAlert(
        AlertCode.UNREPORTED_CLOSE,
        lot.key().toString(),
        lot.quantity()
            + " of "
            + lot.key()
            + " left the account before "
            + lot.asOf()
            + ", and nobody has said what for: report the close");
  }
}
