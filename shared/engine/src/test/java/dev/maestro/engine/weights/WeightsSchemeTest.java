package dev.maestro.engine.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.maestro.engine.Seeds;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.journal.TradeWindow;
import dev.maestro.engine.journal.WindowTrade;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WeightsSchemeTest {
  private static final Instant FIRST = Instant.parse("2026-01-01T12:00:00Z");
  private static final int TRADES = 60;

  @Test
  void ten_clones_among_eleven_agents_get_one_agents_share() {
    Seeds.forEach(
        random -> {
          WeightsConfig config = config("EVIDENCE", Map.of());
          Map<String, TradeWindow> two = new HashMap<>();
          two.put("A", window(random, 0.001));
          two.put("other", window(random, 0.003));
          Map<String, TradeWindow> eleven = new HashMap<>(two);
          for (int i = 1; i < 10; i++) {
            eleven.put("A" + i, renamed(of(two, "A"), "copy-" + i));
          }
          SortedMap<String, BigDecimal> before = weights(two, config);
          SortedMap<String, BigDecimal> after = weights(eleven, config);
          assertThat(after.get("other")).isEqualTo(before.get("other"));
          BigDecimal clones =
              after.entrySet().stream()
                  .filter(entry -> entry.getKey().startsWith("A"))
                  .map(Map.Entry::getValue)
                  .reduce(BigDecimal.ZERO, BigDecimal::add);
          assertThat(clones).isEqualTo(before.get("A"));
          BigDecimal spread = of(after, "A").subtract(of(after, "A9")).abs();
          assertThat(spread).isLessThanOrEqualTo(new BigDecimal("0.0000000001"));
        });
  }

  @Test
  void an_exact_copy_changes_no_other_agents_weight_to_the_last_place() {
    Seeds.forEach(
        random -> {
          WeightsConfig config =
              config(
                  random.nextBoolean() ? "EVIDENCE" : "SHARPE",
                  Map.of(
                      "clones",
                      true,
                      "floor_sleeve",
                      random.nextBoolean() ? "0" : "0.3",
                      "enforce_performance",
                      random.nextBoolean()));
          Map<String, TradeWindow> some = new HashMap<>();
          int agents = random.nextInt(1, 7);
          for (int i = 0; i < agents; i++) {
            some.put("agent-" + i, window(random, random.nextDouble(-0.002, 0.004)));
          }
          SortedMap<String, BigDecimal> before = weights(some, config);
          String copied = "agent-" + random.nextInt(agents);
          some.put("copy", renamed(of(some, copied), "copy"));
          SortedMap<String, BigDecimal> after = weights(some, config);
          before.forEach(
              (agent, weight) -> {
                if (!agent.equals(copied)) {
                  assertThat(after.get(agent)).as(agent).isEqualTo(weight);
                }
              });
          assertThat(of(after, copied).add(of(after, "copy"))).isEqualTo(before.get(copied));
        });
  }

  @Test
  void without_the_setting_a_copy_is_an_agent_more() {
    SplittableRandom random = new SplittableRandom(7);
    Map<String, TradeWindow> some = new HashMap<>();
    some.put("A", window(random, 0.001));
    some.put("other", window(random, 0.003));
    BigDecimal before = weights(some, config("SHARPE", Map.of())).get("other");
    some.put("copy", renamed(of(some, "A"), "copy"));
    assertThat(weights(some, config("SHARPE", Map.of())).get("other")).isLessThan(before);
    assertThat(weights(some, config("EVIDENCE", Map.of("clones", false))).get("copy"))
        .isCloseTo(
            weights(some, config("EVIDENCE", Map.of("clones", false))).get("A"),
            within(new BigDecimal("0.0000000001")));
  }

  @Test
  void the_sleeve_stays_in_equal_weights_and_under_the_cap() {
    SplittableRandom random = new SplittableRandom(7);
    Map<String, TradeWindow> some = new HashMap<>();
    some.put("good", window(random, 0.004));
    some.put("losing", window(random, -0.004));
    assertThat(weights(some, config("SHARPE", Map.of("floor_sleeve", "1"))).values())
        .containsExactly(new BigDecimal("0.5000000000"), new BigDecimal("0.5000000000"));
    assertThat(weights(some, config("SHARPE", Map.of("floor_sleeve", "0.4"))).get("losing"))
        .as("0.4 / 2 + 0.6 x the floor of 0.05")
        .isEqualByComparingTo("0.23");
    assertThat(
            weights(some, config("SHARPE", Map.of("floor_sleeve", "1", "max_weight", "0.4")))
                .values())
        .containsExactly(new BigDecimal("0.4000000000"), new BigDecimal("0.4000000000"));
  }

  @Test
  void fewer_trades_weigh_less_by_evidence_and_the_same_by_sharpe() {
    Map<String, TradeWindow> some = new HashMap<>();
    TradeWindow proven = window(new SplittableRandom(3), 0.003);
    List<WindowTrade> trades = proven.trades();
    List<WindowTrade> twice = new ArrayList<>(trades);
    for (WindowTrade trade : trades) {
      twice.add(trade("again-" + trade.tradeId(), trade.closedAt().plusSeconds(1), trade));
    }
    some.put("few", proven);
    some.put("many", TradeWindow.rebuild(1000, twice));
    SortedMap<String, BigDecimal> evidence =
        weights(some, config("EVIDENCE", Map.of("clones", false)));
    assertThat(evidence.get("many")).isGreaterThan(evidence.get("few"));
  }

  @Test
  void what_is_no_scheme_and_no_share_is_refused_at_once() {
    assertThatThrownBy(() -> config("LUCK", Map.of("floor_sleeve", "1.5", "clones", "maybe")))
        .hasMessageContaining("scheme must be one of SHARPE or EVIDENCE, got 'LUCK'")
        .hasMessageContaining("clones must be true or false");
    assertThatThrownBy(() -> config("SHARPE", Map.of("floor_sleeve", "1.5")))
        .hasMessageContaining("floor_sleeve must be from 0 to 1, got 1.5");
  }

  private static <T> T of(Map<String, T> byAgent, String agent) {
    return Objects.requireNonNull(byAgent.get(agent));
  }

  private static SortedMap<String, BigDecimal> weights(
      Map<String, TradeWindow> windows, WeightsConfig config) {
    AgentWeights weighed = WeightsEngine.weigh(windows, config);
    SortedMap<String, BigDecimal> weights = new TreeMap<>();
    BigDecimal sum = weighed.cash();
    for (AgentWeight agent : weighed.agents()) {
      weights.put(agent.performance().agentId(), agent.weight());
      sum = sum.add(agent.weight());
    }
    assertThat(sum).isEqualByComparingTo(BigDecimal.ONE);
    return weights;
  }

  private static WeightsConfig config(String scheme, Map<String, Object> more) {
    Map<String, Object> values = new HashMap<>(more);
    values.put("scheme", scheme);
    return WeightsConfig.of(Fields.of("", values));
  }

  private static TradeWindow window(SplittableRandom random, double mean) {
    List<WindowTrade> trades = new ArrayList<>();
    for (int i = 0; i < TRADES; i++) {
      double earned = mean + random.nextDouble(-0.01, 0.01);
      trades.add(
          new WindowTrade(
              "t" + i,
              FIRST.plus(Duration.ofDays(i)),
              earned,
              BigDecimal.valueOf(Math.round(earned * 1e6), 2)));
    }
    return TradeWindow.rebuild(1000, trades);
  }

  private static TradeWindow renamed(TradeWindow window, String name) {
    return TradeWindow.rebuild(
        1000,
        window.trades().stream()
            .map(trade -> trade(name + "-" + trade.tradeId(), trade.closedAt(), trade))
            .toList());
  }

  private static WindowTrade trade(String id, Instant at, WindowTrade like) {
    return new WindowTrade(id, at, like.returnOnCapital(), like.realizedPnl());
  }
}
