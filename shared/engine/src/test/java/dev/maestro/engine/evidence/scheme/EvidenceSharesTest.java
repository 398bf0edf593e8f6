package dev.maestro.engine.evidence.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.maestro.engine.Seeds;
import dev.maestro.engine.performance.AgentPerformance;
import dev.maestro.engine.performance.Standing;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvidenceSharesTest {
  @Test
  void an_exact_copy_changes_no_other_agents_share() {
    Seeds.forEach(
        random -> {
          JudgedAgents few = JudgedAgents.any(random);
          double sleeve = random.nextInt(2) * random.nextDouble();
          double[] before = few.shares(sleeve);
          int copied = random.nextInt(before.length);
          few.addCopyOf(copied);
          few.addCopyOf(copied);
          double[] after = few.shares(sleeve);
          for (int i = 0; i < before.length; i++) {
            double expected = i == copied ? before[i] / 3 : before[i];
            assertThat(after[i]).isEqualTo(expected, within(1e-12));
          }
        });
  }

  @Test
  void agents_that_are_alike_but_no_copies_split_equally_what_one_would_get() {
    JudgedAgents agents = new JudgedAgents();
    double[] pnl = new double[30];
    double[] like = new double[30];
    double[] other = new double[30];
    for (int day = 0; day < 30; day++) {
      pnl[day] = StrictMath.sin(day);
      like[day] = StrictMath.sin(day + 0.01);
      other[day] = StrictMath.cos(7 * day);
    }
    agents.add(JudgedAgents.agent(Standing.RANKED, 0.3, 50), JudgedAgents.days(pnl));
    agents.add(JudgedAgents.agent(Standing.RANKED, 0.3, 50), JudgedAgents.days(like));
    agents.add(JudgedAgents.agent(Standing.RANKED, 0.3, 50), JudgedAgents.days(other));
    assertThat(agents.shares(0)).containsExactly(new double[] {0.25, 0.25, 0.5}, within(1e-12));
  }

  @Test
  void shares_add_up_to_no_more_than_everything() {
    Seeds.forEach(
        random -> {
          double sum = 0;
          for (double share : JudgedAgents.any(random).shares(random.nextDouble())) {
            assertThat(share).isNotNegative();
            sum += share;
          }
          assertThat(sum).isLessThanOrEqualTo(1 + 1e-12);
        });
  }

  @Test
  void the_sleeve_stays_in_equal_weights() {
    JudgedAgents agents = new JudgedAgents();
    agents.add(JudgedAgents.agent(Standing.RANKED, 0.5, 100), JudgedAgents.days());
    agents.add(JudgedAgents.agent(Standing.LOSING, -0.5, 100), JudgedAgents.days());
    assertThat(agents.shares(0)).containsExactly(new double[] {0.98, 0.02}, within(1e-12));
    assertThat(agents.shares(0.4))
        .containsExactly(new double[] {0.2 + 0.6 * 0.98, 0.2 + 0.6 * 0.02}, within(1e-12));
    assertThat(agents.shares(1)).containsExactly(new double[] {0.5, 0.5}, within(1e-12));
    assertThatThrownBy(() -> agents.shares(1.1))
        .hasMessage("floor_sleeve must be from 0 to 1, got 1.1");
  }

  @Test
  void the_sleeve_left_alone_ends_no_lower_than_its_part_of_equal_weights_on_every_path() {
    Seeds.forEach(
        random -> {
          double sleeve = random.nextDouble();
          double equal = 1;
          double scheme = 1;
          for (int day = 0; day < 50; day++) {
            equal *= 1 + random.nextDouble(-0.5, 0.5);
            scheme *= 1 + random.nextDouble(-1, 0.5);
          }
          assertThat(sleeve * equal + (1 - sleeve) * scheme).isGreaterThanOrEqualTo(sleeve * equal);
        });
  }

  @Test
  void scores_are_shrunken_and_bad_news_counts() {
    List<AgentPerformance> agents =
        List.of(
            JudgedAgents.agent(Standing.RANKED, 0.2, 100),
            JudgedAgents.agent(Standing.RANKED, 0.2, 10),
            JudgedAgents.agent(Standing.UNPROVEN, 0, 1));
    double[] scores = new EvidenceShares(CloneGroups.none(3), 0).scores(agents);
    assertThat(scores[0]).isEqualTo(0.2 * 0.01 / (0.01 + 0.01), within(1e-12));
    assertThat(scores[1]).isEqualTo(0.2 * 0.01 / (0.01 + 0.1), within(1e-12));
    assertThat(scores[2]).isZero();
    assertThat(
            new EvidenceShares(CloneGroups.none(1), 0)
                .scores(List.of(JudgedAgents.agent(Standing.LOSING, -0.2, 50))))
        .containsExactly(Double.NEGATIVE_INFINITY);
  }

  @Test
  void a_better_sharpe_never_weighs_less() {
    Seeds.forEach(
        random -> {
          JudgedAgents worse = JudgedAgents.any(random);
          int at = random.nextInt(worse.agents.size());
          if (worse.agents.get(at).standing() == Standing.RANKED) {
            int trades = worse.agents.get(at).trades();
            double sharpe = worse.agents.get(at).sharpe().orElseThrow();
            double[] before = new EvidenceShares(worse.groups(), 0).scores(worse.agents);
            worse.agents.set(
                at, JudgedAgents.agent(Standing.RANKED, sharpe + random.nextDouble(5), trades));
            double[] after = new EvidenceShares(worse.groups(), 0).scores(worse.agents);
            assertThat(after[at]).isGreaterThanOrEqualTo(before[at] - 1e-12);
          }
        });
  }
}
