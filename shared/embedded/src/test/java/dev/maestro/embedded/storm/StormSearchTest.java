package dev.maestro.embedded.storm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.embedded.storm.fault.PlantedFault;
import dev.maestro.engine.capital.command.CommandCode;
import java.util.EnumSet;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StormSearchTest {
  private static final int SCHEDULES = 20_000;
  private static final int SOME = 600;

  /** What only a torn feeder or a limit that is never reached would answer. */
  private static final EnumSet<CommandCode> OUT_OF_REACH =
      EnumSet.of(
          CommandCode.NO_PRICE,
          CommandCode.INVALID_SIGNAL,
          CommandCode.PRICE_COLLAR,
          CommandCode.MAX_POSITIONS,
          CommandCode.DAILY_TRADES,
          CommandCode.LEDGER_FULL,
          CommandCode.UNKNOWN_INTENT,
          CommandCode.NOT_YOUR_ACCOUNT,
          CommandCode.POLICY_BLOCKED,
          CommandCode.NONCE_CONFLICT,
          CommandCode.INVALID,
          CommandCode.FROM_FUTURE,
          CommandCode.STALE);

  private static StormReport search(int schedules, Optional<PlantedFault> fault) {
    return StormSearch.run(new StormPlan(1, schedules, fault), () -> {});
  }

  @Test
  void no_schedule_breaks_an_invariant() {
    StormReport report = search(SCHEDULES, Optional.empty());
    assertThat(report.broken()).isEmpty();
    assertThat(report.schedules()).isEqualTo(SCHEDULES);
    assertThat(report.knownShare()).isGreaterThan(0.8);
    assertThat(report.codes()).containsAll(EnumSet.complementOf(OUT_OF_REACH));
  }

  @ParameterizedTest
  @EnumSource
  void every_planted_fault_is_found_within_ten_thousand_schedules(PlantedFault fault) {
    StormReport report = search(10_000, Optional.of(fault));
    assertThat(report.broken()).isPresent();
    long seed = report.broken().orElseThrow().seed();
    assertThat(Schedule.run(seed, Optional.empty(), false).breach())
        .as("the same schedule without the fault")
        .isEmpty();
  }

  @Test
  void a_seed_replays_step_by_step() {
    Optional<PlantedFault> fault = Optional.of(PlantedFault.EXIT_NOT_CUT_AT_CLAIM);
    ScheduleResult broken = search(10_000, fault).broken().orElseThrow();
    ScheduleResult told = Schedule.run(broken.seed(), fault, true);
    assertThat(told.hash()).isEqualTo(broken.hash());
    assertThat(told.breach()).isEqualTo(broken.breach());
    assertThat(told.lines()).isEqualTo(Schedule.run(broken.seed(), fault, true).lines());
    assertThat(String.join("\n", told.lines())).contains("BROKEN: ").contains("claim exit");
    assertThat(Schedule.run(broken.seed() + 1, fault, false).hash()).isNotEqualTo(broken.hash());
  }

  @Test
  void what_is_found_does_not_depend_on_how_many_search() throws Exception {
    StormReport here = search(SOME, Optional.empty());
    ForkJoinPool alone = new ForkJoinPool(1);
    try {
      assertThat(alone.submit(() -> search(SOME, Optional.empty())).get()).isEqualTo(here);
    } finally {
      alone.shutdown();
    }
    assertThat(StormSearch.run(new StormPlan(2, SOME, Optional.empty()), () -> {}).hash())
        .isNotEqualTo(here.hash());
  }

  @Test
  void every_schedule_is_told_once() {
    AtomicInteger told = new AtomicInteger();
    StormSearch.run(new StormPlan(1, 700, Optional.empty()), told::incrementAndGet);
    assertThat(told).hasValue(700);
  }
}
