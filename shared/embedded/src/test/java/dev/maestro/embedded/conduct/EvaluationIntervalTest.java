package dev.maestro.embedded.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.conduct.Conclusion;
import dev.maestro.engine.conduct.ConductSlot;
import dev.maestro.engine.conduct.CycleCommit;
import dev.maestro.engine.conduct.situation.CycleMemory;
import dev.maestro.engine.conduct.situation.Situation;
import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.meta.GlobalPolicy;
import dev.maestro.engine.meta.MetaState;
import dev.maestro.engine.meta.risk.RiskMode;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.tenant.TenantConfig;
import dev.maestro.testing.conduct.Beginnings;
import dev.maestro.testing.conduct.CalmMarket;
import dev.maestro.testing.conduct.MovableClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two days of slots whose cycles start anywhere within them. */
class EvaluationIntervalTest {
  private static final TenantId TENANT = new TenantId("acme");
  private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
  private static final Duration SLOT = Duration.ofMinutes(5);
  private static final int TWO_DAYS = 2 * 24 * 12;

  private final SplittableRandom jitter = new SplittableRandom(5);
  private final MovableClock clock = new MovableClock(START);
  private final MemoryConductStage stage = new MemoryConductStage();
  private final List<Slot> evaluated = new ArrayList<>();
  private final List<RiskMode> modes = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({"5, 1", "7, 2", "30, 6", "56, 12", "60, 12", "240, 48", "1440, 288"})
  void an_evaluation_falls_into_the_first_slot_after_its_interval(int minutes, int everySlots) {
    begin(minutes);
    List<Slot> due = new ArrayList<>();
    for (int slot = 0; slot < TWO_DAYS; slot++) {
      if (slot % everySlots == 0) {
        due.add(slot(slot));
      }
      cycle(slot);
    }
    assertThat(evaluated).isEqualTo(due);
  }

  @ParameterizedTest
  @CsvSource({"5", "30", "56", "60", "240", "1440"})
  void a_policy_never_expires_between_two_evaluations(int minutes) {
    begin(minutes);
    for (int slot = 0; slot < TWO_DAYS; slot++) {
      CycleCommit commit = cycle(slot);
      GlobalPolicy policy = commit.stage().meta().orElseThrow().policy();
      assertThat(policy.isExpiredAt(clock.instant())).as("slot " + slot).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({"5", "30", "56", "60", "240", "1440"})
  void two_good_evaluations_in_a_row_end_defensive_at_any_interval(int minutes) {
    begin(minutes);
    for (int slot = 0; slot < TWO_DAYS; slot++) {
      cycle(slot);
    }
    assertThat(modes).first().isEqualTo(RiskMode.DEFENSIVE);
    assertThat(modes.subList(1, modes.size())).isNotEmpty().containsOnly(RiskMode.NORMAL);
  }

  @Test
  void evaluations_that_are_further_apart_than_a_policy_stands_confirm_each_other() {
    begin(30);
    for (int slot = 0; slot < TWO_DAYS; slot += 36) {
      cycle(slot);
    }
    assertThat(modes).first().isEqualTo(RiskMode.DEFENSIVE);
    assertThat(modes.subList(1, modes.size())).isNotEmpty().containsOnly(RiskMode.NORMAL);
  }

  /** The last evaluation was lost, so NORMAL has to be confirmed. */
  private void begin(int minutes) {
    stage.createTenant(TENANT, START);
    stage.change(TENANT, old -> lost(old.with(old.facts().withConfig(every(minutes)))));
  }

  private static TenantConfig every(int minutes) {
    return TenantConfig.of(
        Fields.of("", Beginnings.VALUES),
        Beginnings.tenant(TENANT),
        Map.of("MSC_EVALUATION_INTERVAL_MINUTES", String.valueOf(minutes)));
  }

  private static Situation lost(Situation situation) {
    CycleMemory memory = situation.memory();
    return situation.with(
        new CycleMemory(
            memory.stats(),
            memory.newTrades(),
            memory.performance(),
            memory.stability(),
            memory.day(),
            Optional.of(MetaState.lostAt(START)),
            memory.chain(),
            memory.lastDone()));
  }

  private CycleCommit cycle(int number) {
    Slot slot = slot(number);
    clock.set(slot.start().plusMillis(jitter.nextLong(SLOT.toMillis())));
    stage.reportAccount(TENANT, new BigDecimal("10000"), clock.instant());
    ConductSlot conduct =
        new ConductSlot(
            stage.cycles(),
            new CalmMarket(),
            (tenant, code, message, now) -> {},
            clock,
            Duration.ofSeconds(60),
            "test");
    Conclusion conclusion = conduct.conduct(TENANT, slot, "owner");
    CycleCommit commit = ((Conclusion.Decided) conclusion).commit();
    commit
        .stage()
        .evaluation()
        .ifPresent(
            evaluation -> {
              evaluated.add(slot);
              modes.add(evaluation.state().policy().riskMode());
            });
    return commit;
  }

  private static Slot slot(int number) {
    return new Slot(START.plus(SLOT.multipliedBy(number)));
  }
}
