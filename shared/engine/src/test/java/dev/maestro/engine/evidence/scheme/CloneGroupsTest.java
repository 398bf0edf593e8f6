package dev.maestro.engine.evidence.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.performance.Standing;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CloneGroupsTest {
  private static final double[] PNL = new SplittableRandom(1).doubles(40, -100, 100).toArray();

  private static SortedMap<LocalDate, Double> noisy(double noise, long seed) {
    double[] extra = new SplittableRandom(seed).doubles(PNL.length, -noise, noise).toArray();
    double[] pnl = PNL.clone();
    for (int day = 0; day < pnl.length; day++) {
      pnl[day] = 5 * (pnl[day] + extra[day]);
    }
    return JudgedAgents.days(pnl);
  }

  private static List<List<Integer>> groups(List<SortedMap<LocalDate, Double>> pnl) {
    return CloneGroups.of(pnl, Collections.nCopies(pnl.size(), Standing.RANKED)).groups().stream()
        .map(CloneGroups.Group::representatives)
        .toList();
  }

  @Test
  void agents_that_move_together_are_one_whatever_their_size() {
    assertThat(groups(List.of(noisy(20, 1), noisy(300, 2), noisy(20, 3))))
        .containsExactly(List.of(0, 2), List.of(1));
  }

  @Test
  void agents_are_one_through_others() {
    double[] first = new double[30];
    double[] between = new double[30];
    double[] last = new double[30];
    for (int day = 0; day < 30; day++) {
      first[day] = StrictMath.sin(day);
      between[day] = StrictMath.sin(day + 0.3);
      last[day] = StrictMath.sin(day + 0.6);
    }
    SortedMap<LocalDate, Double> one = JudgedAgents.days(first);
    SortedMap<LocalDate, Double> other = JudgedAgents.days(last);
    assertThat(groups(List.of(one, other))).hasSize(2);
    assertThat(groups(List.of(one, other, JudgedAgents.days(between))))
        .containsExactly(List.of(0, 1, 2));
  }

  @Test
  void fewer_than_twenty_common_days_show_nothing() {
    SortedMap<LocalDate, Double> whole = JudgedAgents.days(PNL);
    SortedMap<LocalDate, Double> part =
        new TreeMap<>(whole.headMap(JudgedAgents.FIRST.plusDays(19)));
    assertThat(groups(List.of(whole, part))).hasSize(2);
    part.put(JudgedAgents.FIRST.plusDays(30), PNL[30]);
    assertThat(groups(List.of(whole, part))).hasSize(1);
  }

  @Test
  void opposites_and_those_that_never_move_are_nobodys_copy() {
    double[] opposite = PNL.clone();
    for (int day = 0; day < opposite.length; day++) {
      opposite[day] = -opposite[day];
    }
    assertThat(
            groups(
                List.of(
                    JudgedAgents.days(PNL),
                    JudgedAgents.days(opposite),
                    JudgedAgents.days(new double[40]))))
        .hasSize(3);
  }

  @Test
  void an_exact_copy_is_one_even_if_it_never_moves() {
    SortedMap<LocalDate, Double> still = JudgedAgents.days(new double[40]);
    assertThat(groups(List.of(still, still))).containsExactly(List.of(0));
  }

  @Test
  void a_losing_agent_gains_nothing_from_a_winning_twin() {
    SortedMap<LocalDate, Double> pnl = JudgedAgents.days(PNL);
    assertThat(
            CloneGroups.of(List.of(pnl, pnl), List.of(Standing.RANKED, Standing.LOSING)).groups())
        .hasSize(2);
  }
}
