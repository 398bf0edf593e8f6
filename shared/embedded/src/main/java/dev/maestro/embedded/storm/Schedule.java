package dev.maestro.embedded.storm;

import dev.maestro.embedded.storm.fault.PlantedFault;
import dev.maestro.embedded.storm.world.Chance;
import dev.maestro.embedded.storm.world.StormTrace;
import dev.maestro.embedded.storm.world.VirtualClock;
import java.util.Optional;

/** One schedule: its seed decides who does what when, and what is lost. */
public final class Schedule {
  private static final int SHORTEST = 80;
  private static final int SPREAD = 90;

  private Schedule() {}

  /**
   * Runs it to its end, or to the first thing that is broken.
   *
   * @param fault planted; empty: the engine as it is
   * @param isWritten true if somebody reads what happened
   */
  public static ScheduleResult run(long seed, Optional<PlantedFault> fault, boolean isWritten) {
    Chance chance = new Chance(seed);
    VirtualClock clock = new VirtualClock();
    StormTrace trace = new StormTrace(clock, isWritten);
    StormWorld world = new StormWorld(chance, clock, trace, fault);
    int steps = SHORTEST + chance.below(SPREAD);
    int done = 0;
    world.begin();
    while (done < steps && world.isWell()) {
      world.step();
      done++;
    }
    if (world.isWell()) {
      trace.say(() -> "--- quiet: all is cancelled, reported, resolved and shown ---");
      world.calmDown();
    }
    return new ScheduleResult(
        seed,
        done,
        world.breach(),
        trace.hash(),
        world.codes(),
        world.knownSymbols(),
        trace.lines());
  }
}
