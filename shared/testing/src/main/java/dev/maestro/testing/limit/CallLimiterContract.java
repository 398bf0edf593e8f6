package dev.maestro.testing.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.form.Fields;
import dev.maestro.engine.limit.CallKind;
import dev.maestro.engine.limit.CallLimiter;
import dev.maestro.engine.limit.CallerMinutesPort;
import dev.maestro.engine.limit.LimitsConfig;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many calls pass in a minute, on one store that two instances count in. */
public abstract class CallLimiterContract {
  protected static final TenantId TENANT = new TenantId("acme");
  protected static final Uid BOT = new Uid("bot");

  /** Ten seconds after a minute began. */
  protected static final Instant NOW = Instant.parse("2026-03-02T12:00:10Z");

  private CallLimiter one;
  private CallLimiter other;

  /** An empty store. */
  protected abstract CallerMinutesPort store();

  @BeforeEach
  void two_instances() {
    CallerMinutesPort store = store();
    one = new CallLimiter(store);
    other = new CallLimiter(store);
  }

  private static long passed(
      CallLimiter limiter, Uid caller, CallKind kind, int calls, Instant now) {
    long passed = 0;
    for (int i = 0; i < calls; i++) {
      passed += limiter.count(TENANT, caller, kind, LimitsConfig.DEFAULTS, now).isEmpty() ? 1 : 0;
    }
    return passed;
  }

  @Test
  void a_caller_makes_as_many_calls_of_each_kind_as_the_limits_say_and_none_uses_up_another() {
    assertThat(passed(one, BOT, CallKind.WRITE, 50, NOW)).isEqualTo(20);
    assertThat(passed(one, BOT, CallKind.READ, 200, NOW)).isEqualTo(120);
    assertThat(passed(one, BOT, CallKind.ORDER, 700, NOW)).isEqualTo(600);
    assertThat(passed(one, new Uid("another"), CallKind.WRITE, 50, NOW)).isEqualTo(20);
  }

  @Test
  void who_is_refused_waits_for_the_end_of_the_minute_and_then_calls_again() {
    passed(one, BOT, CallKind.WRITE, 20, NOW);

    assertThat(one.count(TENANT, BOT, CallKind.WRITE, LimitsConfig.DEFAULTS, NOW))
        .contains(Duration.ofSeconds(50));
    assertThat(passed(one, BOT, CallKind.WRITE, 1, NOW.plusSeconds(49))).isZero();
    assertThat(passed(one, BOT, CallKind.WRITE, 50, NOW.plusSeconds(50))).isEqualTo(20);
  }

  @Test
  void two_instances_together_let_no_more_through_than_one() {
    long passed = 0;
    for (int i = 0; i < 100; i++) {
      passed += passed(one, BOT, CallKind.READ, 1, NOW) + passed(other, BOT, CallKind.READ, 1, NOW);
    }
    assertThat(passed).isEqualTo(120);
  }

  /** Either instance has calls for the whole minute, so that nothing it takes is lost. */
  @Test
  void calls_at_once_over_two_instances_are_all_counted() throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(6);
    List<Callable<Long>> calls = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      CallLimiter limiter = i % 2 == 0 ? one : other;
      calls.add(() -> passed(limiter, BOT, CallKind.READ, 60, NOW));
    }
    long passed = 0;
    for (Future<Long> call : callers.invokeAll(calls)) {
      passed += call.get();
    }
    callers.shutdown();
    assertThat(passed).isEqualTo(120);
  }

  @Test
  void an_instance_whose_clock_goes_behind_counts_in_the_same_minute() {
    Instant ahead = NOW.plusSeconds(55);
    assertThat(passed(one, BOT, CallKind.WRITE, 14, ahead)).isEqualTo(14);
    assertThat(passed(other, BOT, CallKind.WRITE, 14, NOW.plusSeconds(45))).isEqualTo(6);
  }

  @Test
  void a_limit_that_is_smaller_now_holds_from_the_next_taking() {
    LimitsConfig three = LimitsConfig.of(Fields.of("", Map.of("writes_per_minute", 3L)));
    passed(one, BOT, CallKind.WRITE, 2, NOW);
    assertThat(one.count(TENANT, BOT, CallKind.WRITE, three, NOW)).isEmpty();
    assertThat(one.count(TENANT, BOT, CallKind.WRITE, three, NOW)).isPresent();
  }
}
