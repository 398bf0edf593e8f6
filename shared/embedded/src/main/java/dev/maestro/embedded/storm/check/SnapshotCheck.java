package dev.maestro.embedded.storm.check;

import dev.maestro.embedded.storm.broker.ModelBroker;
import dev.maestro.embedded.storm.store.CommitWatch;
import dev.maestro.embedded.storm.store.Ran;
import dev.maestro.embedded.storm.world.Breaches;
import dev.maestro.embedded.storm.world.Cast;
import dev.maestro.embedded.storm.world.Units;
import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.capital.book.Holdings;
import dev.maestro.engine.capital.book.LedgerHolding;
import dev.maestro.engine.capital.command.Archive;
import dev.maestro.engine.capital.command.CommandCode;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.capital.ledger.Ledger;
import dev.maestro.engine.capital.ledger.PositionDoubt;
import dev.maestro.engine.name.Symbol;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What one snapshot may do: book what is more, doubt what is less, take out what was doubted. */
public final class SnapshotCheck implements CommitWatch {
  private static final BigDecimal NOTHING = new BigDecimal("0.00000001");

  private final ModelBroker broker;
  private final Attribution attribution;
  private final Breaches breaches;

  /** Loses attribution where something became nobody's that is not. */
  public SnapshotCheck(ModelBroker broker, Attribution attribution, Breaches breaches) {
    this.broker = broker;
    this.attribution = attribution;
    this.breaches = breaches;
  }

  @Override
  public void committed(Ran ran, Archive archive, long switchesBefore) {
    if (ran.command() instanceof LedgerCommand.Snapshot snapshot
        && ran.outcome().code() == CommandCode.ACCEPTED) {
      Cast.SYMBOLS.forEach(symbol -> missingNobodys(symbol, ran.before()));
      snapshot.positions().ifPresent(rows -> compare(ran, rows));
    }
    boolean mayChangeNobodys =
        ran.command() instanceof LedgerCommand.Snapshot
            || ran.command() instanceof LedgerCommand.Split;
    if (mayChangeNobodys) {
      Cast.SYMBOLS.forEach(symbol -> nobodys(symbol, ran.outcome().ledger()));
    }
  }

  private void compare(Ran ran, List<LedgerCommand.ShownPosition> rows) {
    Instant asOf = ran.outcome().ledger().account().orElseThrow().asOf();
    for (Symbol symbol : Cast.SYMBOLS) {
      shrinking(symbol, ran, asOf);
      Ledger after = ran.outcome().ledger();
      if (!isBusy(symbol, after) && after.restrictions().doubt(symbol).isEmpty()) {
        BigDecimal shown = BigDecimal.ZERO;
        for (LedgerCommand.ShownPosition row : rows) {
          boolean isOfSymbol = row.symbol().filter(symbol::equals).isPresent();
          shown = isOfSymbol ? shown.add(row.quantity().orElseThrow()) : shown;
        }
        BigDecimal difference = shown.subtract(held(symbol, after)).abs();
        BigDecimal seen = shown;
        breaches.require(
            difference.compareTo(NOTHING) <= 0,
            "after a snapshot the ledger holds what it shows, or doubts",
            () -> symbol + ": shown " + seen + ", held " + held(symbol, after));
      }
    }
  }

  private void shrinking(Symbol symbol, Ran ran, Instant asOf) {
    Optional<PositionDoubt> doubt = ran.before().restrictions().doubt(symbol);
    boolean isConfirmed =
        doubt
            .map(known -> known.since().plus(Cast.CONFIG.times().driftConfirm()))
            .filter(earliest -> !asOf.isBefore(earliest))
            .isPresent();
    Holdings after = ran.outcome().ledger().book().holdings();
    for (LedgerHolding held : ran.before().book().holdings().of(symbol)) {
      Quantity left =
          after.get(held.key()).map(LedgerHolding::quantity).orElse(Quantity.ZERO).abs();
      breaches.require(
          isConfirmed || !held.quantity().abs().isAbove(left),
          "nothing is taken out that was not shown gone twice",
          () -> held.key() + " had " + held.quantity() + " and has " + left);
    }
  }

  /**
   * More than was there before Maestro is somebody's. So it is, too, where a snapshot came between
   * the broker's split and the operator's word: what it showed is scaled again.
   */
  private void nobodys(Symbol symbol, Ledger ledger) {
    PositionKey key = Cast.nobodys(symbol);
    BigDecimal real = Units.quantity(broker.held(key)).value();
    ledger
        .book()
        .holdings()
        .get(key)
        .map(held -> held.quantity().value())
        .filter(held -> held.signum() != real.signum() || held.abs().compareTo(real.abs()) > 0)
        .ifPresent(unused -> attribution.lose(symbol));
  }

  /**
   * What a wrong snapshot took from nobody left no lot: where a strategy holds the other side, the
   * next right one takes it from there.
   */
  private void missingNobodys(Symbol symbol, Ledger before) {
    PositionKey key = Cast.nobodys(symbol);
    long real = broker.held(key);
    long held =
        before
            .book()
            .holdings()
            .get(key)
            .map(known -> Units.of(known.quantity().value()))
            .orElse(0L);
    boolean isOpposed =
        before.book().holdings().of(symbol).stream()
            .anyMatch(other -> other.sign() == -Long.signum(real));
    if (Math.abs(held) < Math.abs(real) && isOpposed) {
      attribution.lose(symbol);
    }
  }

  private static boolean isBusy(Symbol symbol, Ledger ledger) {
    return ledger.intents().all().stream()
            .anyMatch(intent -> intent.state().isWorking() && intent.key().symbol().equals(symbol))
        || ledger.bookings().sinceSnapshot().stream()
            .anyMatch(booking -> booking.symbol().equals(symbol));
  }

  private static BigDecimal held(Symbol symbol, Ledger ledger) {
    BigDecimal sum = BigDecimal.ZERO;
    for (LedgerHolding held : ledger.book().holdings().of(symbol)) {
      sum = sum.add(held.quantity().value());
    }
    return sum;
  }
}
