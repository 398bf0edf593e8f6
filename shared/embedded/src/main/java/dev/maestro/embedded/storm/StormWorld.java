package dev.maestro.embedded.storm;

import dev.maestro.embedded.storm.actor.Actor;
import dev.maestro.embedded.storm.actor.CycleActor;
import dev.maestro.embedded.storm.actor.Executor;
import dev.maestro.embedded.storm.actor.Feeder;
import dev.maestro.embedded.storm.actor.Market;
import dev.maestro.embedded.storm.actor.Operator;
import dev.maestro.embedded.storm.actor.Stage;
import dev.maestro.embedded.storm.actor.WantedSignals;
import dev.maestro.embedded.storm.broker.ModelBroker;
import dev.maestro.embedded.storm.fault.PlantedFault;
import dev.maestro.embedded.storm.fault.Planting;
import dev.maestro.embedded.storm.store.StormStore;
import dev.maestro.embedded.storm.world.Breach;
import dev.maestro.embedded.storm.world.Cast;
import dev.maestro.embedded.storm.world.Chance;
import dev.maestro.embedded.storm.world.Prices;
import dev.maestro.embedded.storm.world.StormTrace;
import dev.maestro.embedded.storm.world.Units;
import dev.maestro.embedded.storm.world.VirtualClock;
import dev.maestro.engine.capital.command.CommandCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Everybody and everything of one schedule, and who is next. */
final class StormWorld {
  private static final int PROCESSES = 3;
  private static final int MOST_TRIES = 8;

  private final Chance chance;
  private final VirtualClock clock;
  private final Stage stage;
  private final Inspection inspection;
  private final Market market;
  private final List<Feeder> feeders;
  private final Operator operator;
  private final List<Executor> executors = new ArrayList<>();
  private final List<CycleActor> cycles = new ArrayList<>();
  private final List<Actor> turns = new ArrayList<>();

  StormWorld(Chance chance, VirtualClock clock, StormTrace trace, Optional<PlantedFault> fault) {
    this.chance = chance;
    this.clock = clock;
    ModelBroker broker = new ModelBroker(clock);
    StormStore store = new StormStore(clock, trace, Planting.rules(fault), Planting.manners(fault));
    this.stage = new Stage(chance, clock, trace, broker, store);
    this.inspection = new Inspection(broker, store, trace);
    Prices prices = new Prices();
    WantedSignals signals = new WantedSignals(chance, prices);
    this.market = new Market(stage, prices);
    this.feeders = List.of(new Feeder(stage), new Feeder(stage));
    this.operator = new Operator(stage, prices, inspection.facts());
    for (int i = 1; i <= PROCESSES; i++) {
      executors.add(new Executor(stage, prices, "process" + i));
    }
    cycles.add(new CycleActor(stage, signals));
    cycles.add(new CycleActor(stage, signals));
    turns.addAll(List.of(market, market, market, market, market, operator));
    turns.addAll(feeders);
    turns.addAll(cycles);
    for (Executor executor : executors) {
      turns.addAll(List.of(executor, executor, executor));
    }
  }

  /** Sometimes something is in the account already. */
  void begin() {
    if (chance.oneIn(3)) {
      long sign = chance.oneIn(4) ? -1 : 1;
      stage.broker().bring(chance.pick(Cast.SYMBOLS), sign * 50 * Units.ONE, 100_00);
    }
    feeders.get(0).showAll();
  }

  void step() {
    clock.pass(pause());
    if (chance.oneIn(40)) {
      chance.pick(executors).die(Duration.ofSeconds(chance.pick(0, 30, 400, 86_400)));
    }
    int tries = 1;
    while (!chance.pick(turns).step() && tries < MOST_TRIES) {
      tries++;
    }
    inspection.look();
  }

  private long pause() {
    if (chance.oneIn(60)) {
      return 300L + chance.below(700);
    }
    return chance.oneIn(20) ? chance.below(100) : chance.pick(0, 0, 1, 1, 2, 4, 6);
  }

  void calmDown() {
    new Calm(stage, market, feeders, operator, executors, cycles, inspection).run();
  }

  boolean isWell() {
    return inspection.breach().isEmpty();
  }

  Optional<Breach> breach() {
    return inspection.breach();
  }

  Set<CommandCode> codes() {
    return inspection.codes();
  }

  int knownSymbols() {
    return inspection.knownSymbols();
  }
}
