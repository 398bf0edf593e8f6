package dev.maestro.engine.evidence.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.maestro.engine.Seeds;
import dev.maestro.engine.performance.AgentPerformance;
import dev.maestro.engine.performance.Standing;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvidenceScoresTest {
  @Test
  void scores_are_shrunken_and_bad_news_counts() {
    List<AgentPerformance> agents =
        List.of(
            JudgedAgents.agent(Standing.RANKED, 0.2, 100),
            JudgedAgents.agent(Standing.RANKED, 0.2, 10),
            JudgedAgents.agent(Standing.UNPROVEN, 0, 1));
    double[] scores = EvidenceScores.of(agents, CloneGroups.none(3));
    assertThat(scores[0]).isEqualTo(0.2 * 0.01 / (0.01 + 0.01), within(1e-12));
    assertThat(scores[1]).isEqualTo(0.2 * 0.01 / (0.01 + 0.1), within(1e-12));
    assertThat(scores[2]).isZero();
    assertThat(
            EvidenceScores.of(
                List.of(JudgedAgents.agent(Standing.LOSING, -0.2, 50)), CloneGroups.none(1)))
        .containsExactly(Double.NEGATIVE_INFINITY);
  }

  @Test
  void a_better_sharpe_never_scores_less() {
    Seeds.forEach(
        random -> {
          JudgedAgents worse = JudgedAgents.any(random);
          int at = random.nextInt(worse.agents.size());
          if (worse.agents.get(at).standing() == Standing.RANKED) {
            int trades = worse.agents.get(at).trades();
            double sharpe = worse.agents.get(at).sharpe().orElseThrow();
            double[] before = EvidenceScores.of(worse.agents, worse.groups());
            worse.agents.set(
                at, JudgedAgents.agent(Standing.RANKED, sharpe + random.nextDouble(5), trades));
            double[] after = EvidenceScores.of(worse.agents, worse.groups());
            assertThat(after[at]).isGreaterThanOrEqualTo(before[at] - 1e-12);
          }
        });
  }

  @Test
  void an_exact_copy_changes_no_other_agents_score() {
    Seeds.forEach(
        random -> {
          JudgedAgents few = JudgedAgents.any(random);
          double[] before = EvidenceScores.of(few.agents, few.groups());
          few.addCopyOf(random.nextInt(before.length));
          double[] after = EvidenceScores.of(few.agents, few.groups());
          assertThat(after).startsWith(before);
        });
  }
}
