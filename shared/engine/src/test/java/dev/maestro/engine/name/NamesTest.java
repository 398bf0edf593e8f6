package dev.maestro.engine.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.engine.signal.RegisteredStrategy;
import org.junit.jupiter.api.Test;

class NamesTest {
  @Test
  void a_symbol_is_one_in_whatever_case_it_is_written() {
    assertThat(new Symbol("brk.b")).isEqualTo(new Symbol("BRK.B")).hasToString("BRK.B");
    assertThat(Symbol.of(" spy ")).contains(new Symbol("SPY"));
    assertThat(Symbol.of("i\u0307")).isEmpty();
    assertThat(Symbol.of("")).isEmpty();
    assertThatThrownBy(() -> new Symbol(" SPY")).hasMessageContaining("got ' SPY'");
  }

  @Test
  void white_space_around_the_name_of_an_agent_is_not_part_of_it() {
    assertThat(AgentId.of("  Whale Flow\t")).contains(new AgentId("Whale Flow"));
    assertThat(AgentId.of(" \t")).isEmpty();
    assertThatThrownBy(() -> new AgentId(" ")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_sender_may_be_called_anything_and_nobody_can_register_a_stranger() {
    StrategyId stranger = StrategyId.ofSender("tr\u0435nd");
    assertThat(stranger.isStranger()).isTrue();
    assertThat(stranger).isNotEqualTo(new StrategyId("trend")).hasToString("tr\u0435nd");
    assertThatThrownBy(() -> RegisteredStrategy.live(stranger, new Uid("owner")))
        .hasMessageContaining("a strategy id is 1 to 64 of letters");
  }

  @Test
  void a_sender_of_a_valid_name_is_that_strategy() {
    assertThat(StrategyId.ofSender("trend"))
        .isEqualTo(new StrategyId("trend"))
        .hasSameHashCodeAs(new StrategyId("trend"))
        .matches(id -> !id.isStranger());
  }
}
