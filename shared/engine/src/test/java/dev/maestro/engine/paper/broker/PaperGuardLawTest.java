package dev.maestro.engine.paper.broker;

import static dev.maestro.engine.paper.PaperStage.entry;
import static dev.maestro.engine.paper.PaperStage.exit;
import static dev.maestro.engine.paper.PaperStage.limited;
import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.number.Money;
import dev.maestro.engine.paper.PaperConfig;
import dev.maestro.engine.paper.PaperStage;
import dev.maestro.engine.policy.ExitMode;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaperGuardLawTest {
  private final PaperStage stage = new PaperStage(PaperStage.EXACT).quiet();

  /** Ten at 100. */
  private PaperStage holding(OrderSide side, ExitMode mode, Optional<String> stop) {
    stage.order(entry("n1", side, mode, stop, stage.beforeNext()));
    stage.bar(100, 100, 100, 100);
    return stage;
  }

  private String closedFor(double open, double high, double low, double close) {
    Advance advance = stage.bar(open, high, low, close);
    return advance.closes().isEmpty()
        ? "open"
        : advance.closes().get(0).figures().notional().toString();
  }

  @Test
  void a_stop_fills_where_it_rests() {
    holding(OrderSide.BUY, ExitMode.FAST_TP, Optional.of("95"));

    assertThat(closedFor(99, 99, 95.01, 98)).isEqualTo("open");
    assertThat(closedFor(99, 99, 95, 98)).isEqualTo("950");
  }

  @Test
  void a_gap_through_the_stop_fills_at_the_open() {
    holding(OrderSide.BUY, ExitMode.FAST_TP, Optional.of("95"));

    assertThat(closedFor(90, 99, 89, 98)).isEqualTo("900");
  }

  @Test
  void a_short_is_stopped_above() {
    holding(OrderSide.SELL, ExitMode.FAST_TP, Optional.of("105"));

    assertThat(closedFor(101, 104.99, 100, 101)).isEqualTo("open");
    assertThat(closedFor(101, 106, 100, 101)).isEqualTo("1050");
  }

  @Test
  void fast_tp_takes_its_profit_at_the_distance_of_its_stop() {
    holding(OrderSide.BUY, ExitMode.FAST_TP, Optional.of("95"));

    assertThat(closedFor(101, 104.99, 100, 101)).isEqualTo("open");
    assertThat(closedFor(101, 105, 100, 101)).isEqualTo("1050");
  }

  @Test
  void a_target_of_a_short_lies_below_and_a_gap_through_it_fills_at_the_open() {
    holding(OrderSide.SELL, ExitMode.FAST_TP, Optional.of("105"));

    assertThat(closedFor(94, 96, 93, 95)).isEqualTo("940");
  }

  @Test
  void without_a_stop_the_target_lies_at_the_assumed_distance_and_nothing_rests_below() {
    holding(OrderSide.BUY, ExitMode.FAST_TP, Optional.empty());

    assertThat(closedFor(100, 101, 50, 60)).isEqualTo("open");
    assertThat(closedFor(100, 102, 99, 101)).isEqualTo("1020");
  }

  @Test
  void a_bar_that_touches_stop_and_target_fills_the_stop() {
    holding(OrderSide.BUY, ExitMode.FAST_TP, Optional.of("95"));

    assertThat(closedFor(101, 120, 90, 101)).isEqualTo("950");
  }

  @Test
  void trend_follow_trails_the_best_close_by_three_distances() {
    holding(OrderSide.BUY, ExitMode.TREND_FOLLOW, Optional.of("95"));

    assertThat(closedFor(120, 150, 119, 130)).isEqualTo("open");
    assertThat(closedFor(120, 120, 115.01, 116)).isEqualTo("open");
    assertThat(closedFor(120, 120, 115, 116)).isEqualTo("1150");
  }

  @Test
  void a_defensive_trail_follows_by_one_distance() {
    holding(OrderSide.BUY, ExitMode.DEFENSIVE_TRAIL, Optional.of("95"));

    assertThat(closedFor(104, 110, 103, 108)).isEqualTo("open");
    assertThat(closedFor(104, 105, 103, 104)).isEqualTo("1030");
  }

  @Test
  void without_a_stop_a_defensive_trail_follows_by_the_assumed_distance() {
    holding(OrderSide.SELL, ExitMode.DEFENSIVE_TRAIL, Optional.empty());

    assertThat(closedFor(100, 100, 90, 90)).isEqualTo("open");
    assertThat(closedFor(91, 92, 90, 91)).isEqualTo("920");
  }

  @Test
  void a_trailing_stop_never_falls_back() {
    holding(OrderSide.BUY, ExitMode.DEFENSIVE_TRAIL, Optional.of("95"));
    stage.bar(104, 110, 104, 110);

    assertThat(closedFor(107, 107, 105.5, 106)).isEqualTo("open");
    assertThat(closedFor(106, 106, 105, 106)).isEqualTo("1050");
  }

  @Test
  void the_stop_rests_although_it_trails_further_away() {
    holding(OrderSide.BUY, ExitMode.TREND_FOLLOW, Optional.of("95"));

    assertThat(closedFor(99, 99, 94, 94)).isEqualTo("950");
  }

  @Test
  void what_opens_beyond_its_stop_is_closed_where_it_was_opened() {
    stage.order(
        entry("n1", OrderSide.BUY, ExitMode.FAST_TP, Optional.of("95"), stage.beforeNext()));

    Advance advance = stage.bar(90, 99, 89, 98);

    assertThat(advance.taken().get(0).realized()).isEqualTo(Money.ZERO);
    assertThat(advance.book().cash()).isEqualTo(Money.of("10000"));
  }

  @Test
  void an_entry_within_a_bar_may_be_stopped_in_it_and_reaches_no_target_in_it() {
    stage.order(
        limited(
            entry("n1", OrderSide.BUY, ExitMode.FAST_TP, Optional.of("95"), stage.beforeNext()),
            "98"));

    Advance high = stage.bar(110, 120, 97, 98);
    assertThat(high.fills()).hasSize(1);
    assertThat(high.closes()).isEmpty();

    stage.order(
        limited(
            entry("n2", OrderSide.BUY, ExitMode.FAST_TP, Optional.of("90"), stage.beforeNext()),
            "96"));
    Advance deep = stage.bar(97, 97, 89, 90);
    assertThat(deep.closes()).extracting(PaperResult::id).containsExactly("paper-n1", "paper-n2");
  }

  @Test
  void a_stop_and_an_exit_never_sell_the_same_twice() {
    holding(OrderSide.BUY, ExitMode.FAST_TP, Optional.of("95"));
    stage.order(exit("x1", OrderSide.SELL, "10", stage.beforeNext()));

    Advance advance = stage.bar(90, 99, 89, 98);

    assertThat(advance.fills().get(0).figures().quantity()).hasToString("10");
    assertThat(advance.closes()).isEmpty();
    assertThat(advance.book().positions()).isEmpty();
  }

  @Test
  void a_stop_pays_the_slippage_and_a_target_does_not() {
    PaperStage costly = new PaperStage(PaperConfig.DEFAULTS).quiet();
    costly.order(
        entry("n1", OrderSide.BUY, ExitMode.FAST_TP, Optional.of("95"), costly.beforeNext()));
    costly.bar(100, 100, 100, 100);

    PaperResult close = costly.bar(99, 99, 90, 98).closes().get(0);

    assertThat(close.figures().notional()).isEqualTo(Money.of("949.0505"));
  }
}
