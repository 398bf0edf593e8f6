package dev.maestro.embedded.storm;

import dev.maestro.embedded.storm.actor.Actor;
import dev.maestro.embedded.storm.actor.CycleActor;
import dev.maestro.embedded.storm.actor.Executor;
import dev.maestro.embedded.storm.actor.Feeder;
import dev.maestro.embedded.storm.actor.Market;
import dev.maestro.embedded.storm.actor.Operator;
import dev.maestro.embedded.storm.actor.Stage;
import dev.maestro.embedded.storm.store.Transaction;
import dev.maestro.engine.capital.command.LedgerCommand;
import java.util.List;

/**
 * The end of a schedule: all that works is cancelled, all processes report, time runs out for the
 * rest, an operator resolves it, and the broker's truth is shown until it is believed.
 */
final class Calm {
  private static final int MOST_TURNS = 200;
  private static final int QUARTER = 16 * 60;
  private static final int DAY = 86_400;
  private static final int BETWEEN_SNAPSHOTS = 6 * 60;
  private static final int SNAPSHOTS = 6;

  private final Stage stage;
  private final Market market;
  private final List<Feeder> feeders;
  private final Operator operator;
  private final List<Executor> executors;
  private final List<CycleActor> cycles;
  private final Inspection inspection;

  Calm(
      Stage stage,
      Market market,
      List<Feeder> feeders,
      Operator operator,
      List<Executor> executors,
      List<CycleActor> cycles,
      Inspection inspection) {
    this.stage = stage;
    this.market = market;
    this.feeders = feeders;
    this.operator = operator;
    this.executors = executors;
    this.cycles = cycles;
    this.inspection = inspection;
  }

  void run() {
    executors.forEach(Executor::calmDown);
    executors.forEach(Actor::finish);
    cycles.forEach(Actor::finish);
    operator.finish();
    feeders.forEach(Actor::finish);
    market.endAll();
    reportAll();
    stage.clock().pass(QUARTER);
    settle();
    while (operator.resolveOne()) {
      stage.clock().pass(1);
    }
    stage.clock().pass(DAY);
    reportAll();
    settle();
    for (int i = 0; i < SNAPSHOTS; i++) {
      stage.clock().pass(BETWEEN_SNAPSHOTS);
      feeders.get(0).showAll();
    }
    inspection.lookAtPeace();
  }

  /** Those who live; who is dead reports when it comes back. */
  private void reportAll() {
    for (Executor executor : executors) {
      for (int i = 0; i < MOST_TURNS && isBusy(executor); i++) {
        executor.step();
        executor.finish();
      }
    }
    executors.stream()
        .filter(executor -> !executor.isDown())
        .findFirst()
        .ifPresent(Executor::tellStops);
  }

  private static boolean isBusy(Executor executor) {
    return !executor.isDown() && executor.hasDuties();
  }

  private void settle() {
    Transaction settling = stage.store().batch(unused -> List.of(new LedgerCommand.Settle()));
    settling.read();
    settling.commit();
  }
}
