package dev.maestro.embedded.storm.actor;

import dev.maestro.embedded.storm.world.Chance;
import dev.maestro.engine.capital.book.LedgerHolding;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.capital.ledger.Ledger;
import java.util.ArrayList;
import java.util.List;

/** A cycle: it settles, leaves and enters, in one batch over the ledger that it read. */
public final class CycleActor extends Actor {
  private static final int MOST_ENTRIES = 3;

  private final Stage stage;
  private final Chance chance;
  private final WantedSignals signals;

  /** Two of them may be at it at once, with the same signals. */
  public CycleActor(Stage stage, WantedSignals signals) {
    this.stage = stage;
    this.chance = stage.chance();
    this.signals = signals;
  }

  @Override
  Step begin() {
    Step whole = Step.transact(stage.store().batch(this::commands), ran -> Step.END);
    boolean dies = chance.oneIn(20);
    return dies
        ? () -> {
          whole.run();
          return Step.END;
        }
        : whole;
  }

  private List<LedgerCommand> commands(Ledger ledger) {
    List<LedgerCommand> commands = new ArrayList<>();
    commands.add(new LedgerCommand.Settle());
    List<LedgerHolding> held = ledger.book().holdings().all();
    if (!held.isEmpty() && chance.oneIn(2)) {
      commands.add(signals.exit(chance.pick(held).key()));
    }
    for (int i = 1 + chance.below(MOST_ENTRIES); i > 0; i--) {
      commands.add(signals.entry());
    }
    return commands;
  }
}
