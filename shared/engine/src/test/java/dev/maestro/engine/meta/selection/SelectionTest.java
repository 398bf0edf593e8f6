package dev.maestro.engine.meta.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.engine.market.HealthRegime;
import dev.maestro.engine.meta.StrategySample;
import dev.maestro.engine.meta.selection.Selection.Warning;
import dev.maestro.engine.name.StrategyId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SelectionTest {
  private static final int SEEDS = Integer.getInteger("maestro.seeds", 1000);
  private static final SelectionRules DEFAULTS = new SelectionRules(8, 2, 2);

  private static Selection select(
      List<StrategyCandidate> candidates, int modeLimit, SelectionRules rules) {
    return Selection.of(RankedStrategy.rank(candidates, HealthRegime.RANGING), modeLimit, rules);
  }

  private static List<StrategyCandidate> good(int count, int trades, String prefix) {
    List<StrategyCandidate> strategies = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      strategies.add(StrategySample.good(prefix + i, trades));
    }
    return strategies;
  }

  @Test
  void the_best_are_allowed_up_to_the_limit_of_the_mode_and_of_the_tenant() {
    List<StrategyCandidate> nine = good(9, 50, "S");
    assertThat(select(nine, 4, DEFAULTS).allowed())
        .extracting(StrategyId::value)
        .containsExactly("S1", "S2", "S3", "S4");
    assertThat(select(nine, 8, DEFAULTS).allowed()).hasSize(8);
    assertThat(select(nine, 8, new SelectionRules(3, 2, 2)).allowed()).hasSize(3);
    assertThat(select(nine, 8, new SelectionRules(0, 0, 2)).allowed()).isEmpty();
  }

  @Test
  void ten_trades_are_enough_and_nine_are_not() {
    Selection selection =
        select(
            List.of(StrategySample.good("nine", 9), StrategySample.good("ten", 10)), 8, DEFAULTS);
    assertThat(selection.allowed()).extracting(StrategyId::value).containsExactly("ten");
    assertThat(selection.probation()).extracting(StrategyId::value).containsExactly("nine");
  }

  @Test
  void a_score_of_exactly_0_30_is_not_eligible_whatever_the_last_bits_say() {
    // 0.30 x (0.70 - 0.40) / 0.30 plus nothing else: 0.29999999999999993 or 0.3
    StrategyCandidate exact = StrategySample.of("exact", StrategySample.figures(1, 0.4, 10, 50));
    StrategyCandidate above = StrategySample.of("above", StrategySample.figures(1.01, 0.4, 10, 50));
    Selection selection = select(List.of(exact, above), 8, DEFAULTS);
    assertThat(selection.ranking())
        .extracting(RankedStrategy::id)
        .extracting(StrategyId::value)
        .containsExactly("above", "exact");
    assertThat(selection.ranking().get(1).comparableScore()).isEqualTo(0.3);
    assertThat(selection.allowed()).extracting(StrategyId::value).containsExactly("above");
    assertThat(selection.probation()).isEmpty();
  }

  @Test
  void scores_that_differ_by_noise_are_ties_and_ids_decide() {
    StrategyCandidate b = StrategySample.of("B", StrategySample.figures(1.2 + 1e-12, 0.5, 1, 50));
    StrategyCandidate a = StrategySample.of("A", StrategySample.figures(1.2, 0.5, 1, 50));
    assertThat(select(List.of(b, a), 8, DEFAULTS).allowed())
        .extracting(StrategyId::value)
        .containsExactly("A", "B");
  }

  @Test
  void the_unproven_get_the_slots_and_the_room_that_is_left() {
    List<StrategyCandidate> unproven = good(4, 5, "P");
    for (int proven = 0; proven <= 6; proven++) {
      List<StrategyCandidate> all = new ArrayList<>(unproven);
      all.addAll(good(proven, 50, "S"));
      Selection selection = select(all, 4, DEFAULTS);
      assertThat(selection.allowed()).hasSize(Math.min(4, proven));
      assertThat(selection.probation()).hasSize(Math.min(2, 4 - selection.allowed().size()));
    }
    assertThat(select(unproven, 4, new SelectionRules(8, 2, 0)).probation()).isEmpty();
    assertThat(select(unproven, 4, new SelectionRules(1, 2, 2)).probation())
        .extracting(StrategyId::value)
        .containsExactly("P1");
  }

  @Test
  void probation_asks_for_no_score() {
    StrategyCandidate bad = StrategySample.of("bad", StrategySample.figures(0, 0, 99, 9));
    assertThat(select(List.of(bad), 8, DEFAULTS).probation())
        .extracting(StrategyId::value)
        .containsExactly("bad");
  }

  @Test
  void low_diversity_counts_the_eligible_only_and_zero_too() {
    assertThat(select(List.of(), 8, DEFAULTS).warnings()).containsExactly(Warning.LOW_DIVERSITY);
    assertThat(select(good(1, 50, "S"), 8, DEFAULTS).warnings()).hasSize(1);
    assertThat(select(good(2, 50, "S"), 8, DEFAULTS).warnings()).isEmpty();
    assertThat(select(good(5, 5, "P"), 8, DEFAULTS).warnings()).hasSize(1);
    assertThat(select(good(2, 50, "S"), 8, new SelectionRules(1, 2, 2)).warnings()).isEmpty();
    assertThat(select(List.of(), 8, new SelectionRules(8, 0, 2)).warnings()).isEmpty();
  }

  @Test
  void two_strategies_of_one_id_are_refused() {
    assertThatThrownBy(
            () -> select(List.of(good(1, 9, "S").get(0), good(1, 8, "S").get(0)), 8, DEFAULTS))
        .hasMessageContaining("strategy ids must be distinct, got 1 for 2");
  }

  @Test
  void limits_and_lists_hold_whoever_comes() {
    for (int seed = 0; seed < SEEDS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<StrategyCandidate> candidates = StrategySample.random(random);
      int modeLimit = random.nextBoolean() ? 4 : 8;
      SelectionRules rules =
          new SelectionRules(random.nextInt(10), random.nextInt(5), random.nextInt(4));
      Selection selection = select(candidates, modeLimit, rules);
      String where = "seed " + seed;
      Set<StrategyId> chosen = new HashSet<>(selection.allowed());
      chosen.addAll(selection.probation());
      assertThat(chosen.size())
          .as(where)
          .isEqualTo(selection.allowed().size() + selection.probation().size())
          .isLessThanOrEqualTo(Math.min(modeLimit, rules.maxStrategies()));
      assertThat(selection.probation().size())
          .as(where)
          .isLessThanOrEqualTo(rules.probationSlots());
      assertThat(selection.ranking()).as(where).hasSameSizeAs(candidates);
      for (RankedStrategy ranked : selection.ranking()) {
        if (selection.allowed().contains(ranked.id())) {
          assertThat(ranked.isEligible()).as(where).isTrue();
        }
        if (selection.probation().contains(ranked.id())) {
          assertThat(ranked.strategy().figures().trades()).as(where).isLessThan(10);
        }
      }
    }
  }

  @Test
  void nobody_is_passed_over_for_a_worse_one() {
    for (int seed = 0; seed < SEEDS; seed++) {
      Selection selection = select(StrategySample.random(new SplittableRandom(seed)), 4, DEFAULTS);
      List<StrategyId> eligible =
          selection.ranking().stream()
              .filter(RankedStrategy::isEligible)
              .map(RankedStrategy::id)
              .toList();
      assertThat(eligible)
          .as("seed " + seed)
          .startsWith(selection.allowed().toArray(StrategyId[]::new));
      for (int i = 1; i < selection.ranking().size(); i++) {
        assertThat(selection.ranking().get(i).comparableScore())
            .as("seed " + seed)
            .isLessThanOrEqualTo(selection.ranking().get(i - 1).comparableScore());
      }
    }
  }

  @Test
  void the_order_of_the_strategies_decides_nothing() {
    for (int seed = 0; seed < SEEDS; seed++) {
      List<StrategyCandidate> candidates = StrategySample.random(new SplittableRandom(seed));
      Selection before = select(candidates, 8, DEFAULTS);
      Collections.shuffle(candidates, new Random(seed));
      assertThat(select(candidates, 8, DEFAULTS)).as("seed " + seed).isEqualTo(before);
    }
  }

  @Test
  void a_tighter_mode_never_allows_one_more() {
    for (int seed = 0; seed < SEEDS; seed++) {
      List<StrategyCandidate> candidates = StrategySample.random(new SplittableRandom(seed));
      assertThat(select(candidates, 8, DEFAULTS).allowed())
          .as("seed " + seed)
          .containsAll(select(candidates, 4, DEFAULTS).allowed());
    }
  }
}
