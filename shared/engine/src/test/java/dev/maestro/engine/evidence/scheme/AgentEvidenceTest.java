package dev.maestro.engine.evidence.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.evidence.record.DeflatedSharpe;
import dev.maestro.engine.evidence.record.ProbabilisticSharpe;
import dev.maestro.engine.evidence.record.TrackRecord;
import dev.maestro.engine.evidence.record.TradeEvidence;
import dev.maestro.engine.journal.TradeWindow;
import dev.maestro.engine.journal.WindowTrade;
import dev.maestro.engine.performance.SharpeRules;
import dev.maestro.engine.weights.WeightsConfig;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AgentEvidenceTest {
  private static final double[] GOOD = {0.02, 0.01, -0.005, 0.03, 0.015, 0.01};
  private static final double[] POOR = {-0.02, 0.01, -0.03, 0.004, -0.01, 0.002};

  private static final SharpeRules RULES = WeightsConfig.DEFAULTS.sharpeRules();

  @Test
  void each_agent_is_judged_by_its_own_trades_among_all_that_were_tried() {
    AgentEvidence evidence = of(Map.of("good", GOOD, "poor", POOR));
    TrackRecord good = record(GOOD);
    double variance = TradeEvidence.variance(List.of(good, record(POOR)));
    TradeEvidence shown = shown(evidence, "good");
    assertThat(shown.psr()).isEqualTo(ProbabilisticSharpe.against(0, good));
    assertThat(shown.dsr()).isEqualTo(DeflatedSharpe.of(good, 2, variance)).isLessThan(shown.psr());
    assertThat(shown(evidence, "poor").needed()).isEmpty();
    assertThat(evidence.written().get("good"))
        .containsOnlyKeys("sharpe", "standard_error", "psr", "dsr", "minimum_trades");
  }

  @Test
  void whoever_has_been_tried_counts_also_without_figures_of_its_own() {
    double among2 = shown(of(Map.of("good", GOOD, "poor", POOR)), "good").dsr();
    AgentEvidence among3 = of(Map.of("good", GOOD, "poor", POOR, "new", new double[] {0.01}));
    assertThat(among3.byAgent()).containsOnlyKeys("good", "poor");
    assertThat(shown(among3, "good").dsr()).isLessThan(among2);
  }

  @Test
  void nothing_is_known_of_equal_returns_or_of_nobody() {
    assertThat(of(Map.of("flat", new double[] {0.01, 0.01, 0.01})).byAgent()).isEmpty();
    assertThat(of(Map.of()).written()).isEmpty();
  }

  private static TradeEvidence shown(AgentEvidence evidence, String agent) {
    return Objects.requireNonNull(evidence.byAgent().get(agent));
  }

  private static TrackRecord record(double[] returns) {
    return TrackRecord.of(returns.length, i -> returns[i], RULES.riskFreePerTrade()).orElseThrow();
  }

  private static TradeWindow window(double[] returns) {
    List<WindowTrade> trades = new ArrayList<>();
    for (int i = 0; i < returns.length; i++) {
      trades.add(
          new WindowTrade(
              "t" + i, Instant.ofEpochSecond(3_600L * i), returns[i], BigDecimal.valueOf(i)));
    }
    return TradeWindow.rebuild(100, trades);
  }

  private static AgentEvidence of(Map<String, double[]> returns) {
    Map<String, TradeWindow> windows = new TreeMap<>();
    returns.forEach((agent, values) -> windows.put(agent, window(values)));
    return AgentEvidence.of(windows, RULES);
  }
}
