package dev.maestro.engine.weights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.Seeds;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.journal.JournalFold;
import dev.maestro.engine.journal.RawTrade;
import dev.maestro.engine.journal.TradeReader;
import dev.maestro.engine.journal.TradeWindow;
import dev.maestro.engine.journal.WindowTrade;
import dev.maestro.engine.performance.Standing;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** From rows or windows to weights. */
class WeightsEngineTest {
  private static final Instant NOW = Instant.parse("2026-01-31T16:00:00Z");

  @Test
  void where_none_are_configured_every_agent_with_a_trade_is_weighed_in_the_order_of_names() {
    Map<String, TradeWindow> windows = new TreeMap<>(java.util.Comparator.reverseOrder());
    windows.put("A", window(0.01, 0.02));
    windows.put("B", window());
    windows.put("a", window(0.01));
    windows.put("C", window(-0.01, -0.02));
    AgentWeights weights = WeightsEngine.weigh(windows, WeightsConfig.DEFAULTS);
    assertThat(weights.agents())
        .extracting(agent -> agent.performance().agentId())
        .containsExactly("A", "C", "a");
    assertThat(weights.agents())
        .extracting(agent -> agent.performance().standing())
        .containsExactly(Standing.RANKED, Standing.LOSING, Standing.UNPROVEN);
  }

  @Test
  void configured_agents_are_weighed_in_their_order_with_or_without_trades() {
    WeightsConfig config = WeightsConfig.of(Fields.of("", Map.of("agent_ids", List.of("Z", "A"))));
    Map<String, TradeWindow> windows = Map.of("A", window(-0.01, -0.02), "B", window(0.01, 0.02));
    AgentWeights weights = WeightsEngine.weigh(windows, config);
    assertThat(weights.agents())
        .extracting(agent -> agent.performance().agentId())
        .containsExactly("Z", "A");
    assertThat(weights.agents().get(0).performance().standing()).isEqualTo(Standing.UNPROVEN);
    assertThat(weights.agents().get(0).performance().trades()).isZero();
    assertThat(weights.agents().get(0).weight()).isEqualByComparingTo("0.95");
  }

  @Test
  void without_trades_everything_is_cash() {
    AgentWeights weights = WeightsEngine.weigh(Map.of(), WeightsConfig.DEFAULTS);
    assertThat(weights.agents()).isEmpty();
    assertThat(weights.cash()).isEqualByComparingTo("1");
    assertThat(weights.warnings()).isEmpty();
  }

  @Test
  void a_lucky_handful_of_trades_cannot_take_everything() {
    Map<String, TradeWindow> windows =
        Map.of("lucky", window(0.5, 0.5001), "steady", window(0.01, 0.02, -0.01, 0.03));
    AgentWeights weights = WeightsEngine.weigh(windows, WeightsConfig.DEFAULTS);
    assertThat(weights.agents().get(0).performance().sharpe().orElseThrow()).isGreaterThan(1000);
    assertThat(weights.agents().get(0).weight()).isLessThan(new BigDecimal("0.95"));
  }

  @Test
  void min_trades_and_the_risk_free_rate_are_those_of_the_settings() {
    Map<String, TradeWindow> windows = Map.of("A", window(0.01, 0.02, 0.03));
    assertThat(standing(windows, Map.of("min_trades", 4))).isEqualTo(Standing.UNPROVEN);
    assertThat(standing(windows, Map.of("min_trades", 3))).isEqualTo(Standing.RANKED);
    assertThat(standing(Map.of("A", window(0.001, 0.002)), Map.of("risk_free_rate", 1)))
        .isEqualTo(Standing.LOSING);
  }

  @Test
  void the_order_of_the_trades_does_not_matter() {
    Seeds.forEach(
        random -> {
          List<Map<String, Object>> rows = rows(random);
          List<Map<String, Object>> shuffled = new ArrayList<>();
          rows.forEach(row -> shuffled.add(random.nextInt(shuffled.size() + 1), row));
          assertThat(weigh(shuffled)).isEqualTo(weigh(rows));
        });
  }

  @Test
  void duplicates_change_nothing() {
    Seeds.forEach(
        random -> {
          List<Map<String, Object>> rows = rows(random);
          List<Map<String, Object>> doubled = new ArrayList<>(rows);
          for (int i = 0; i < 10; i++) {
            doubled.add(random.nextInt(doubled.size() + 1), rows.get(random.nextInt(rows.size())));
          }
          assertThat(weigh(doubled)).isEqualTo(weigh(rows));
        });
  }

  @Test
  void scaling_every_price_and_pnl_by_one_factor_changes_nothing() {
    Seeds.forEach(
        random -> {
          List<Map<String, Object>> rows = rows(random);
          BigDecimal factor = BigDecimal.valueOf(random.nextLong(1, 1_000_000), 5);
          List<Map<String, Object>> scaled = new ArrayList<>();
          for (Map<String, Object> row : rows) {
            Map<String, Object> copy = new TreeMap<>(row);
            for (String money : List.of("entry_price", "realized_pnl")) {
              copy.put(money, new BigDecimal(String.valueOf(row.get(money))).multiply(factor));
            }
            scaled.add(copy);
          }
          assertThat(weigh(scaled).agents())
              .extracting(AgentWeight::weight)
              .isEqualTo(weigh(rows).agents().stream().map(AgentWeight::weight).toList());
        });
  }

  private static Standing standing(Map<String, TradeWindow> windows, Map<String, Object> config) {
    return WeightsEngine.weigh(windows, WeightsConfig.of(Fields.of("", config)))
        .agents()
        .get(0)
        .performance()
        .standing();
  }

  private static List<Map<String, Object>> rows(SplittableRandom random) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      rows.add(
          Map.of(
              "trade_id", "t" + i,
              "agent_id", "Agent" + random.nextInt(4),
              "closed_at", NOW.minusSeconds(60L * random.nextInt(30)),
              "realized_pnl", BigDecimal.valueOf(random.nextLong(-40_000, 60_000), 2).toString(),
              "entry_price", BigDecimal.valueOf(random.nextLong(1, 90_000), 2).toString(),
              "quantity", random.nextInt(1, 50)));
    }
    return rows;
  }

  private static AgentWeights weigh(List<Map<String, Object>> rows) {
    WeightsConfig config = WeightsConfig.of(Fields.of("", Map.of("lookback_trades", 6)));
    JournalFold fold = new JournalFold(config.lookbackTrades(), config.agentIds());
    do {
      fold.startPass();
      rows.forEach(row -> fold.add(TradeReader.read(RawTrade.of(row), "", NOW), 1));
    } while (fold.needsAnotherPass());
    return WeightsEngine.weigh(fold.windows(), config);
  }

  private static TradeWindow window(double... returns) {
    List<WindowTrade> trades = new ArrayList<>();
    for (int i = 0; i < returns.length; i++) {
      trades.add(new WindowTrade("t" + i, NOW.plusSeconds(i), returns[i], BigDecimal.ONE));
    }
    return TradeWindow.rebuild(100, trades);
  }
}
