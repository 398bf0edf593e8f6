package dev.maestro.engine.meta.risk;

import static dev.maestro.engine.meta.risk.RiskMode.AGGRESSIVE;
import static dev.maestro.engine.meta.risk.RiskMode.DEFENSIVE;
import static dev.maestro.engine.meta.risk.RiskMode.NORMAL;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RiskMemoryTest {
  private static final int SEEDS = Integer.getInteger("maestro.seeds", 1000);
  private static final List<RiskMode> MODES = List.of(RiskMode.values());

  /** The modes in force after each of these evaluations. */
  private static List<RiskMode> inForce(RiskMemory start, int confirmations, RiskMode... assessed) {
    List<RiskMode> modes = new ArrayList<>();
    RiskMemory memory = start;
    for (RiskMode mode : assessed) {
      memory = memory.after(mode, confirmations);
      modes.add(memory.inForce());
    }
    return modes;
  }

  @Test
  void tighter_at_once_and_looser_after_two_in_a_row() {
    assertThat(
            inForce(
                RiskMemory.START,
                2,
                DEFENSIVE,
                NORMAL,
                DEFENSIVE,
                NORMAL,
                NORMAL,
                AGGRESSIVE,
                AGGRESSIVE))
        .containsExactly(DEFENSIVE, DEFENSIVE, DEFENSIVE, DEFENSIVE, NORMAL, NORMAL, AGGRESSIVE);
  }

  @Test
  void evaluations_in_a_row_confirm_what_they_all_allow() {
    assertThat(inForce(RiskMemory.LOST, 2, AGGRESSIVE, NORMAL, AGGRESSIVE, AGGRESSIVE))
        .containsExactly(DEFENSIVE, NORMAL, NORMAL, AGGRESSIVE);
    assertThat(inForce(RiskMemory.LOST, 3, AGGRESSIVE, NORMAL, AGGRESSIVE, AGGRESSIVE))
        .containsExactly(DEFENSIVE, DEFENSIVE, NORMAL, NORMAL);
  }

  @Test
  void the_first_evaluation_applies_but_aggressive_has_to_be_confirmed() {
    assertThat(inForce(RiskMemory.START, 2, DEFENSIVE)).containsExactly(DEFENSIVE);
    assertThat(inForce(RiskMemory.START, 2, NORMAL)).containsExactly(NORMAL);
    assertThat(inForce(RiskMemory.START, 2, AGGRESSIVE, AGGRESSIVE))
        .containsExactly(NORMAL, AGGRESSIVE);
  }

  @Test
  void one_confirmation_is_none_at_all() {
    assertThat(inForce(RiskMemory.LOST, 1, NORMAL, AGGRESSIVE, DEFENSIVE, AGGRESSIVE))
        .containsExactly(NORMAL, AGGRESSIVE, DEFENSIVE, AGGRESSIVE);
  }

  @Test
  void ten_confirmations_can_be_remembered() {
    RiskMemory memory = RiskMemory.LOST;
    for (int i = 1; i <= 30; i++) {
      memory = memory.after(NORMAL, 10);
      assertThat(memory.inForce()).as("evaluation " + i).isEqualTo(i < 10 ? DEFENSIVE : NORMAL);
      assertThat(memory.assessed()).hasSize(Math.min(i, 10));
    }
  }

  @Test
  void asking_for_more_confirmations_takes_nothing_back() {
    RiskMemory loosened = RiskMemory.LOST.after(DEFENSIVE, 1).after(AGGRESSIVE, 1);
    assertThat(loosened.after(AGGRESSIVE, 3).inForce()).isEqualTo(AGGRESSIVE);
    assertThat(loosened.after(NORMAL, 3).inForce()).isEqualTo(NORMAL);
  }

  @Test
  void whatever_the_sequence_nothing_is_loosened_without_its_confirmations() {
    for (int seed = 0; seed < SEEDS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int confirmations = random.nextInt(1, 6);
      RiskMemory memory = random.nextBoolean() ? RiskMemory.START : RiskMemory.LOST;
      List<RiskMode> assessed = new ArrayList<>();
      for (int step = 0; step < 40; step++) {
        RiskMode before = memory.inForce();
        assessed.add(MODES.get(random.nextInt(3)));
        RiskMode assessment = assessed.get(step);
        memory = memory.after(assessment, confirmations);
        RiskMode now = memory.inForce();
        String where = "seed " + seed + ", step " + step;
        assertThat(assessment.isTighterThan(now)).as(where).isFalse();
        if (before.isTighterThan(now)) {
          assertThat(assessed.size()).as(where).isGreaterThanOrEqualTo(confirmations);
          assertThat(assessed.subList(assessed.size() - confirmations, assessed.size()))
              .as(where)
              .noneMatch(mode -> mode.isTighterThan(now));
        } else {
          assertThat(now).as(where).isEqualTo(before.tighterOf(assessment));
        }
      }
    }
  }

  @Test
  void what_stays_the_same_is_in_force_after_its_confirmations() {
    for (RiskMode mode : RiskMode.values()) {
      for (int confirmations = 1; confirmations <= 10; confirmations++) {
        RiskMemory memory = RiskMemory.LOST;
        for (int i = 0; i < confirmations; i++) {
          memory = memory.after(mode, confirmations);
        }
        assertThat(memory.inForce()).as(mode + " x " + confirmations).isEqualTo(mode);
      }
    }
  }
}
