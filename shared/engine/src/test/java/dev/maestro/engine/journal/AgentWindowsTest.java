package dev.maestro.engine.journal;

import static dev.maestro.engine.journal.WindowTrades.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.engine.journal.AgentWindows.Update;
import dev.maestro.engine.journal.TradeReading.Open;
import dev.maestro.engine.journal.TradeReading.Rejected;
import dev.maestro.engine.journal.TradeReading.Usable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AgentWindowsTest {
  private static final Set<String> EVERYBODY = Set.of();

  @Test
  void a_new_trade_opens_a_window_for_its_agent() {
    Update update = AgentWindows.empty(2).apply("t1", usable("t1", "A", 10), EVERYBODY);
    assertThat(update.isChanged()).isTrue();
    assertThat(update.agentsToRebuild()).isEmpty();
    assertThat(update.windows()).isEqualTo(state("A", 10));
  }

  @Test
  void the_same_news_again_asks_for_no_write() {
    Update update = state("A", 10).apply("t1", usable("t1", "A", 10), EVERYBODY);
    assertThat(update.isChanged()).isFalse();
    assertThat(update.windows()).isEqualTo(state("A", 10));
  }

  @Test
  void a_trade_of_another_agent_moves() {
    Update update = state("A", 10).apply("t1", usable("t1", "B", 10), EVERYBODY);
    assertThat(update.isChanged()).isTrue();
    assertThat(update.windows()).isEqualTo(state("B", 10));
  }

  @Test
  void a_stored_trade_goes_by_the_id_of_its_document() {
    AgentWindows windows =
        AgentWindows.empty(2).apply("t1", usable("another id", "A", 10), EVERYBODY).windows();
    assertThat(windows).isEqualTo(state("A", 10));
    assertThat(windows.apply("t1", new Open("t1"), EVERYBODY).windows())
        .isEqualTo(AgentWindows.empty(2));
  }

  @Test
  void an_agent_without_trades_left_is_no_agent() {
    Update update = state("A", 10).apply("t1", new Open("t1"), EVERYBODY);
    assertThat(update.isChanged()).isTrue();
    assertThat(update.windows()).isEqualTo(AgentWindows.empty(2));
    assertThat(state("A", 10).withRebuilt(Map.of("A", TradeWindow.empty(2))))
        .isEqualTo(AgentWindows.empty(2));
  }

  @Test
  void an_unusable_trade_is_taken_out_and_listed() {
    Update update =
        state("A", 10).apply("t1", new Rejected("t1", RejectReason.ZERO_CAPITAL), EVERYBODY);
    assertThat(update.isChanged()).isTrue();
    assertThat(update.windows().byAgent()).isEmpty();
    assertThat(update.windows().rejections())
        .containsOnly(
            java.util.Map.entry("t1", Rejection.ofDocument("t1", RejectReason.ZERO_CAPITAL)));
  }

  @Test
  void an_unusable_trade_that_is_listed_already_asks_for_no_write() {
    Rejected zero = new Rejected("t1", RejectReason.ZERO_CAPITAL);
    AgentWindows listed = AgentWindows.empty(2).apply("t1", zero, EVERYBODY).windows();
    assertThat(listed.apply("t1", zero, EVERYBODY).isChanged()).isFalse();
    Update other = listed.apply("t1", new Rejected("t1", RejectReason.MISSING_AGENT), EVERYBODY);
    assertThat(other.isChanged()).isTrue();
    assertThat(other.windows().rejections().get("t1"))
        .isEqualTo(Rejection.ofDocument("t1", RejectReason.MISSING_AGENT));
  }

  @Test
  void a_mended_trade_is_listed_no_more() {
    AgentWindows listed =
        AgentWindows.empty(2)
            .apply("t1", new Rejected("t1", RejectReason.ZERO_CAPITAL), EVERYBODY)
            .windows();
    assertThat(listed.apply("t1", usable("t1", "A", 10), EVERYBODY).windows())
        .isEqualTo(state("A", 10));
    Update gone = listed.apply("t1", new Open("t1"), EVERYBODY);
    assertThat(gone.isChanged()).isTrue();
    assertThat(gone.windows()).isEqualTo(AgentWindows.empty(2));
  }

  @Test
  void the_trade_of_an_agent_that_is_not_configured_is_left_out_and_not_rejected() {
    Update update = AgentWindows.empty(2).apply("t1", usable("t1", "B", 10), Set.of("A"));
    assertThat(update.isChanged()).isFalse();
    assertThat(update.windows()).isEqualTo(AgentWindows.empty(2));
    assertThat(state("A", 10).apply("t1", usable("t1", "B", 10), Set.of("A")).windows())
        .isEqualTo(AgentWindows.empty(2));
    assertThat(AgentWindows.empty(2).apply("t1", usable("t1", "A", 10), Set.of("A")).windows())
        .isEqualTo(state("A", 10));
  }

  @Test
  void the_agent_whose_full_window_lost_a_trade_is_to_be_rebuilt() {
    AgentWindows full =
        AgentWindows.empty(1).apply("t1", usable("t1", "A", 10), EVERYBODY).windows();
    Update update = full.apply("t1", usable("t1", "B", 10), EVERYBODY);
    assertThat(update.agentsToRebuild()).containsExactly("A");
    assertThat(update.isChanged()).isTrue();
    assertThat(full.apply("t1", new Open("t1"), EVERYBODY).agentsToRebuild()).containsExactly("A");
    assertThat(full.apply("t2", new Open("t2"), EVERYBODY).agentsToRebuild()).isEmpty();
  }

  @Test
  void a_rebuilt_window_takes_the_place_of_the_old_one() {
    TradeWindow rebuilt = TradeWindow.rebuild(2, List.of(at("t7", 70), at("t8", 80)));
    AgentWindows windows = state("A", 10).withRebuilt(Map.of("A", rebuilt, "B", rebuilt));
    assertThat(windows.byAgent())
        .hasSize(2)
        .containsEntry("A", rebuilt)
        .containsEntry("B", rebuilt);
  }

  @Test
  void the_state_keeps_its_own_copies() {
    AgentWindows windows = state("A", 10);
    assertThatThrownBy(() -> windows.byAgent().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(
            () -> windows.rejections().put("t", Rejection.ofDocument("t", RejectReason.BAD_ROW)))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> AgentWindows.empty(0)).isInstanceOf(IllegalArgumentException.class);
  }

  private static AgentWindows state(String agent, long second) {
    TradeWindow window = TradeWindow.rebuild(2, List.of(at("t1", second, 2)));
    return new AgentWindows(
        2, new java.util.TreeMap<>(java.util.Map.of(agent, window)), new java.util.TreeMap<>());
  }

  /** Earned 2 on 100. */
  private static Usable usable(String id, String agent, long second) {
    return new Usable(
        new Trade(
            id,
            agent,
            Instant.ofEpochSecond(second),
            BigDecimal.valueOf(2),
            BigDecimal.TEN,
            BigDecimal.TEN,
            BigDecimal.ONE));
  }
}
