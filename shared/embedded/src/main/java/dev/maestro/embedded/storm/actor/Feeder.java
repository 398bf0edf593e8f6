package dev.maestro.embedded.storm.actor;

import dev.maestro.embedded.storm.world.Cast;
import dev.maestro.embedded.storm.world.Chance;
import dev.maestro.embedded.storm.world.Units;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.capital.command.LedgerCommand.ShownPosition;
import dev.maestro.engine.name.Symbol;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes what the broker shows: the time first, then the account, and some time later the snapshot.
 * For a while it may show nothing, a part, no positions at all, or figures nobody can read.
 */
public final class Feeder extends Actor {
  private final Stage stage;
  private final Chance chance;
  private Mood mood = Mood.HONEST;

  /** Of a broker. */
  public Feeder(Stage stage) {
    this.stage = stage;
    this.chance = stage.chance();
  }

  @Override
  Step begin() {
    if (chance.oneIn(6)) {
      mood = chance.oneIn(2) ? Mood.HONEST : chance.pick(List.of(Mood.values()));
    }
    Instant asOf = stage.clock().now();
    return () -> {
      LedgerCommand.Snapshot snapshot = snapshot(asOf, mood);
      return () -> Step.transact(stage.store().transaction(snapshot), ran -> Step.END).run();
    };
  }

  /** Shows all there is, now. */
  public void showAll() {
    drop();
    Step.transact(
            stage.store().transaction(snapshot(stage.clock().now(), Mood.HONEST)), ran -> Step.END)
        .run()
        .run();
  }

  private LedgerCommand.Snapshot snapshot(Instant asOf, Mood seen) {
    long cost = 0;
    List<ShownPosition> rows = new ArrayList<>();
    for (Symbol symbol : Cast.SYMBOLS) {
      cost += stage.broker().cost(symbol);
      long held = stage.broker().held(symbol);
      long shown = seen == Mood.PARTIAL ? held / 2 : held;
      if (shown != 0 && seen != Mood.EMPTY) {
        rows.add(row(symbol, shown));
      }
    }
    long buyingPower = stage.broker().buyingPower();
    boolean isReadable = seen != Mood.UNREADABLE;
    return new LedgerCommand.Snapshot(
        Optional.of(Units.money(buyingPower + cost)),
        Optional.of(Units.money(buyingPower)).filter(unused -> isReadable),
        asOf,
        Optional.of(rows).filter(unused -> seen != Mood.WITHOUT_POSITIONS).map(List::copyOf));
  }

  private static ShownPosition row(Symbol symbol, long held) {
    return new ShownPosition(
        Optional.of(symbol),
        Optional.of(Units.quantity(held).value()),
        Optional.of(BigDecimal.valueOf(100)));
  }

  /** How the broker's answer looks. */
  private enum Mood {
    HONEST,
    EMPTY,
    PARTIAL,
    WITHOUT_POSITIONS,
    UNREADABLE
  }
}
