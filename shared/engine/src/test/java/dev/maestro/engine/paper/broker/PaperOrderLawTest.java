package dev.maestro.engine.paper.broker;

import static dev.maestro.engine.paper.PaperStage.entry;
import static dev.maestro.engine.paper.PaperStage.exit;
import static dev.maestro.engine.paper.PaperStage.limited;
import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.capital.intent.FilledSoFar;
import dev.maestro.engine.number.Money;
import dev.maestro.engine.paper.PaperConfig;
import dev.maestro.engine.paper.PaperOrder;
import dev.maestro.engine.paper.PaperStage;
import dev.maestro.engine.policy.ExitMode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaperOrderLawTest {
  private static final PaperConfig COSTLY =
      new PaperConfig(BigDecimal.valueOf(5), BigDecimal.TEN, 60, BigDecimal.valueOf(2));

  private final PaperStage stage = new PaperStage(PaperStage.EXACT).quiet();

  private PaperOrder buy() {
    return entry("n1", OrderSide.BUY, ExitMode.TREND_FOLLOW, Optional.empty(), stage.beforeNext());
  }

  @Test
  void the_bar_in_which_an_order_came_does_not_fill_it() {
    stage.order(
        entry(
            "n1",
            OrderSide.BUY,
            ExitMode.TREND_FOLLOW,
            Optional.empty(),
            PaperStage.START.plus(PaperStage.BAR)));

    assertThat(stage.bar(90, 90, 90, 90).fills()).isEmpty();
    assertThat(stage.bar(80, 80, 80, 80).fills())
        .extracting(fill -> fill.figures().quantity().toString())
        .containsExactly("12.5");
  }

  @Test
  void a_market_order_fills_at_the_next_open_and_five_basis_points_worse() {
    PaperStage costly = new PaperStage(COSTLY).quiet();
    costly.order(
        entry("n1", OrderSide.BUY, ExitMode.TREND_FOLLOW, Optional.empty(), costly.beforeNext()));

    FilledSoFar bought = costly.bar(200, 210, 190, 200).fills().get(0).figures();

    assertThat(bought.quantity()).hasToString("4.9975012493");
    assertThat(bought.notional()).isEqualTo(Money.of("1000"));
    assertThat(bought.fees()).isEqualTo(Money.of("1"));
    assertThat(costly.book().cash()).isEqualTo(Money.of("8999"));
  }

  @Test
  void a_short_sells_worse_and_its_proceeds_are_cash() {
    PaperStage costly = new PaperStage(COSTLY).quiet();
    costly.order(
        entry("n1", OrderSide.SELL, ExitMode.TREND_FOLLOW, Optional.empty(), costly.beforeNext()));

    FilledSoFar sold = costly.bar(200, 200, 200, 200).fills().get(0).figures();

    assertThat(sold.quantity()).hasToString("5.0025012506");
    assertThat(costly.book().positions().get(0).signed()).hasToString("-5.0025012506");
    assertThat(costly.book().cash()).isEqualTo(Money.of("10999"));
  }

  @Test
  void a_limit_that_is_only_touched_does_not_fill() {
    stage.order(limited(buy(), "98"));

    assertThat(stage.bar(100, 101, 98, 99).fills()).isEmpty();
  }

  @Test
  void a_limit_fills_at_the_limit_when_a_bar_trades_through_it() {
    stage.order(limited(buy(), "80"));

    assertThat(stage.bar(100, 101, 79, 99).fills().get(0).figures().quantity()).hasToString("12.5");
  }

  @Test
  void a_limit_fills_at_the_open_where_that_is_better() {
    stage.order(limited(buy(), "98"));

    assertThat(stage.bar(50, 101, 49, 99).fills().get(0).figures().quantity()).hasToString("20");
  }

  @Test
  void what_has_not_filled_in_time_ends_with_nothing() {
    PaperOrder order = limited(buy(), "50");
    stage.order(order);
    stage.bar(100, 100, 100, 100);

    Advance justBefore =
        stage.at(order.takenAt().plus(Duration.ofMinutes(60)).plus(PaperStage.BAR).minusMillis(1));
    Advance after = stage.at(order.takenAt().plus(Duration.ofMinutes(60)).plus(PaperStage.BAR));

    assertThat(justBefore.fills()).isEmpty();
    assertThat(after.fills()).extracting(PaperResult::figures).containsExactly(FilledSoFar.NOTHING);
    assertThat(after.book().orders()).isEmpty();
  }

  @Test
  void without_a_bar_nothing_fills() {
    stage.order(buy());

    Advance advance = stage.at(stage.beforeNext().plusSeconds(600));

    assertThat(advance.fills()).isEmpty();
    assertThat(advance.book().positions()).isEmpty();
  }

  @Test
  void a_bar_that_has_not_closed_fills_nothing() {
    stage.order(buy());
    stage.bar(100, 100, 100, 100);
    PaperStage other = new PaperStage(PaperStage.EXACT).quiet();
    other.order(buy());

    assertThat(other.at(stage.beforeNext()).fills()).isEmpty();
  }

  @Test
  void an_exit_takes_no_more_than_is_held_and_never_opens_the_other_side() {
    stage.order(buy());
    stage.bar(100, 100, 100, 100);
    stage.order(exit("x1", OrderSide.SELL, "25", stage.beforeNext()));

    Advance advance = stage.bar(110, 110, 110, 110);

    assertThat(advance.fills().get(0).figures().quantity()).hasToString("10");
    assertThat(advance.taken().get(0).realized()).isEqualTo(Money.of("100"));
    assertThat(advance.book().positions()).isEmpty();
    assertThat(advance.book().cash()).isEqualTo(Money.of("10100"));
  }

  @Test
  void an_exit_of_nothing_ends_with_nothing() {
    stage.order(exit("x1", OrderSide.SELL, "25", stage.beforeNext()));

    assertThat(stage.bar(110, 110, 110, 110).fills())
        .extracting(PaperResult::figures)
        .containsExactly(FilledSoFar.NOTHING);
  }

  @Test
  void a_part_is_taken_from_the_oldest_position_first() {
    stage.order(buy());
    stage.bar(100, 100, 100, 100);
    stage.order(
        entry("n2", OrderSide.BUY, ExitMode.TREND_FOLLOW, Optional.empty(), stage.beforeNext()));
    stage.bar(125, 125, 125, 125);
    stage.order(exit("x1", OrderSide.SELL, "12", stage.beforeNext()));

    Advance advance = stage.bar(150, 150, 150, 150);

    assertThat(advance.taken())
        .extracting(taken -> taken.part().opener() + " " + taken.realized())
        .containsExactly("n1 500", "n2 50");
    assertThat(advance.book().positions())
        .extracting(left -> left.opener() + " " + left.quantity() + " " + left.cost())
        .containsExactly("n2 6 750");
  }

  @Test
  void what_is_worth_nothing_at_the_places_of_money_is_no_fill() {
    stage.order(buy());
    stage.bar(100, 100, 100, 100);
    stage.order(exit("x1", OrderSide.SELL, "0.0000000001", stage.beforeNext()));

    Advance advance = stage.bar(110, 110, 110, 110);

    assertThat(advance.fills().get(0).figures()).isEqualTo(FilledSoFar.NOTHING);
    assertThat(advance.book().positions().get(0).quantity()).hasToString("10");
  }
}
