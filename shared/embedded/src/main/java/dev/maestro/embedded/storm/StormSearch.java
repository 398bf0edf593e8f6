package dev.maestro.embedded.storm;

import dev.maestro.embedded.storm.world.Cast;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Runs schedules, one seed after the other, until something breaks. On all processors; what it
 * finds does not depend on how many there are.
 */
public final class StormSearch {
  private static final int BLOCK = 500;

  private StormSearch() {}

  /**
   * Searches.
   *
   * @param afterEach called after each schedule, from any thread
   */
  public static StormReport run(StormPlan plan, Runnable afterEach) {
    StormReport.Sum sum = new StormReport.Sum();
    for (int done = 0; done < plan.schedules() && !sum.isBroken(); done += BLOCK) {
      long first = plan.firstSeed() + done;
      block(plan, first, Math.min(BLOCK, plan.schedules() - done), afterEach).forEach(sum::add);
    }
    return sum.report(Cast.SYMBOLS.size());
  }

  private static List<ScheduleResult> block(
      StormPlan plan, long first, int size, Runnable afterEach) {
    return LongStream.range(first, first + size)
        .parallel()
        .mapToObj(
            seed -> {
              ScheduleResult result = Schedule.run(seed, plan.fault(), false);
              afterEach.run();
              return result;
            })
        .toList();
  }
}
