package dev.maestro.engine.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.maestro.engine.Seeds;
import dev.maestro.engine.journal.TradeWindow;
import dev.maestro.engine.journal.WindowTrade;
import dev.maestro.engine.name.AgentId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgentPerformanceTest {
  private static final SharpeRules RULES = SharpeRules.ofAnnualRate(0.0252, 2);

  @Test
  void the_risk_free_rate_per_trade_is_that_of_a_trading_day() {
    assertThat(SharpeRules.ofAnnualRate(0.252, 5)).isEqualTo(new SharpeRules(0.252 / 252, 5));
  }

  @Test
  void an_agent_without_trades_is_unproven_and_nothing_is_known_of_it() {
    AgentPerformance agent = AgentPerformance.of(new AgentId("A"), TradeWindow.empty(5), RULES);
    assertThat(agent.agentId()).hasToString("A");
    assertThat(agent.standing()).isEqualTo(Standing.UNPROVEN);
    assertThat(agent.trades()).isZero();
    assertThat(agent.sharpe()).isEmpty();
    assertThat(agent.standardError()).isEmpty();
    assertThat(agent.statistics()).isEmpty();
    assertThat(agent.lastClosedAt()).isEmpty();
  }

  @Test
  void an_agent_with_a_sharpe_of_zero_or_more_is_ranked() {
    AgentPerformance agent = judge(RULES, 0.01, 0.03);
    assertThat(agent.standing()).isEqualTo(Standing.RANKED);
    assertThat(agent.sharpe().orElseThrow())
        .isCloseTo((0.02 - 0.0001) / Math.sqrt(0.0002), within(1e-12));
    assertThat(agent.standardError().orElseThrow())
        .isCloseTo(
            Math.sqrt((1 + Math.pow(agent.sharpe().orElseThrow(), 2) / 2) / 2), within(1e-12));
    assertThat(agent.trades()).isEqualTo(2);
    assertThat(agent.statistics().orElseThrow().count()).isEqualTo(2);
    assertThat(agent.lastClosedAt()).contains(Instant.ofEpochSecond(1));
  }

  @Test
  void a_sharpe_of_exactly_zero_is_ranked() {
    AgentPerformance agent = judge(new SharpeRules(0.25, 2), 0, 0.5);
    assertThat(agent.sharpe()).hasValue(0);
    assertThat(agent.standing()).isEqualTo(Standing.RANKED);
  }

  @Test
  void an_agent_below_the_risk_free_rate_is_losing() {
    AgentPerformance agent = judge(new SharpeRules(0.25, 2), 0, 0.4);
    assertThat(agent.standing()).isEqualTo(Standing.LOSING);
    assertThat(agent.sharpe().orElseThrow()).isNegative();
    assertThat(agent.standardError()).isPresent();
  }

  @Test
  void fewer_trades_than_asked_for_prove_nothing() {
    SharpeRules four = new SharpeRules(0, 4);
    for (AgentPerformance agent :
        List.of(judge(four, 0.5, 0.6, 0.7), judge(four, -0.5, -0.6, -0.7), judge(RULES, -0.5))) {
      assertThat(agent.standing()).isEqualTo(Standing.UNPROVEN);
      assertThat(agent.sharpe()).isEmpty();
      assertThat(agent.statistics()).isPresent();
      assertThat(agent.lastClosedAt()).isPresent();
    }
    assertThat(judge(four, -0.5, -0.6, -0.7, -0.8).standing()).isEqualTo(Standing.LOSING);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.0001, 0.02, 5})
  void equal_returns_that_reach_the_risk_free_rate_prove_nothing(double each) {
    AgentPerformance agent = judge(RULES, each, each, each);
    assertThat(agent.standing()).isEqualTo(Standing.UNPROVEN);
    assertThat(agent.sharpe()).isEmpty();
    assertThat(agent.standardError()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.00009, 0, -0.02, -5})
  void equal_returns_below_the_risk_free_rate_are_losing_without_a_sharpe(double each) {
    AgentPerformance agent = judge(RULES, each, each, each);
    assertThat(agent.standing()).isEqualTo(Standing.LOSING);
    assertThat(agent.sharpe()).isEmpty();
    assertThat(agent.standardError()).isEmpty();
  }

  @Test
  void returns_that_are_equal_but_for_noise_prove_nothing() {
    assertThat(judge(RULES, 0.02, 0.02 + 1e-12).standing()).isEqualTo(Standing.UNPROVEN);
    assertThat(judge(RULES, -0.02, -0.02 + 1e-12).standing()).isEqualTo(Standing.LOSING);
    assertThat(judge(RULES, 0.02, 0.02 + 1e-9).standing()).isEqualTo(Standing.RANKED);
  }

  @Test
  void a_lower_return_never_makes_a_losing_agent_anything_better() {
    Seeds.forEach(
        random -> {
          double[] returns = random.doubles(random.nextInt(2, 9), -0.1, 0.09).toArray();
          SharpeRules rules = new SharpeRules(random.nextDouble(0, 0.004), 2);
          Standing before = judge(rules, returns).standing();
          for (int i = 0; i < returns.length; i++) {
            returns[i] -= 0.01;
          }
          Standing after = judge(rules, returns).standing();
          assertThat(before != Standing.LOSING || after == Standing.LOSING).isTrue();
        });
  }

  private static AgentPerformance judge(SharpeRules rules, double... returns) {
    List<WindowTrade> trades = new ArrayList<>();
    for (int i = 0; i < returns.length; i++) {
      Instant closedAt = Instant.ofEpochSecond(i);
      trades.add(new WindowTrade("t" + i, closedAt, returns[i], BigDecimal.ONE));
    }
    return AgentPerformance.of(new AgentId("A"), TradeWindow.rebuild(10, trades), rules);
  }
}
