package dev.maestro.engine.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.maestro.engine.capital.Holder;
import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.UnreadableValueException;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.number.Money;
import dev.maestro.engine.twin.order.TwinExit;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class TwinTest {
  /** NONE a tenth, WEIGHTS a fifth, THROTTLE half of that, OVERRIDE the same, POLICY nothing. */
  private static String shares(TwinBook book) {
    return switch (book) {
      case NONE -> "0.1";
      case WEIGHTS -> "0.2";
      case THROTTLE, OVERRIDE -> "0.1";
      case POLICY -> "0";
    };
  }

  private static String alike(TwinBook book) {
    return "0.1";
  }

  @Test
  void a_trade_is_split_into_what_each_part_did_to_it() {
    TwinStage stage = TwinStage.daily().buy("n1", "alpha", TwinTest::shares).cycle().bar(100, 110);

    BookAmounts worth = stage.twin().days().worth();

    assertThat(worth.values())
        .containsExactly(
            Money.of("100"), Money.of("200"), Money.of("100"), Money.of("100"), Money.ZERO);
    assertThat(worth.of(TwinPart.WEIGHTS)).isEqualTo(Money.of("100"));
    assertThat(worth.of(TwinPart.THROTTLE)).isEqualTo(Money.of("-100"));
    assertThat(worth.of(TwinPart.OVERRIDE)).isEqualTo(Money.ZERO);
    assertThat(worth.of(TwinPart.POLICY)).isEqualTo(Money.of("-100"));
    assertThat(worth.effect()).isEqualTo(Money.of("-100"));

    stage.leave("n2", "alpha").cycle().bar(110, 110);

    TwinTrade trade = stage.twin().trades().newest().get(0);
    assertThat(trade.nonce()).hasToString("n1");
    assertThat(trade.realized()).isEqualTo(worth);
  }

  @Test
  void a_signal_that_is_seen_again_is_not_taken_again() {
    TwinStage stage = TwinStage.daily().buy("n1", "alpha", TwinTest::alike).cycle();
    stage.buy("n1", "alpha", TwinTest::alike).leave("n2", "alpha").cycle();

    assertThat(stage.bar(100, 100).twin().book(TwinBook.NONE).positions()).isEmpty();
  }

  @Test
  void a_book_that_let_it_pass_later_takes_it_later() {
    TwinStage stage = TwinStage.daily().buy("n1", "alpha", TwinTest::shares).cycle();
    stage.buy("n1", "alpha", TwinTest::alike).cycle().bar(100, 100);

    stage.twin().books().values().forEach(book -> assertThat(book.positions()).hasSize(1));
  }

  @Test
  void the_signal_that_closes_a_long_opens_no_short_in_the_same_book() {
    TwinStage stage = TwinStage.daily().buy("n1", "alpha", TwinTest::shares).cycle().bar(100, 100);
    TwinExit sell = exit("n2", Optional.of(OrderSide.SELL), Optional.empty());
    stage.exit(sell);
    stage.enter(
        "n2", stage.twin().book(TwinBook.NONE).positions().get(0).key(), true, TwinTest::alike);

    stage.cycle().bar(100, 100);

    assertThat(stage.twin().book(TwinBook.NONE).positions()).isEmpty();
    assertThat(stage.twin().book(TwinBook.POLICY).positions())
        .extracting(held -> held.opened())
        .containsExactly(OrderSide.SELL);
  }

  @Test
  void a_part_of_a_position_is_closed_once_and_the_rest_by_whoever_asks_for_all() {
    TwinStage stage = TwinStage.daily().buy("n1", "alpha", TwinTest::alike).cycle().bar(100, 100);
    TwinExit part = exit("n2", Optional.empty(), Optional.of(Quantity.of("4")));
    stage.exit(part).cycle().exit(part).cycle().bar(100, 100);

    assertThat(stage.twin().book(TwinBook.NONE).positions().get(0).quantity())
        .isEqualTo(Quantity.of("6"));

    stage.exit(exit("n3", Optional.empty(), Optional.of(Quantity.of("1")))).cycle();
    stage.leave("n4", "alpha").cycle().bar(100, 100);

    assertThat(stage.twin().book(TwinBook.NONE).positions()).isEmpty();
  }

  private static TwinExit exit(
      String nonce, Optional<OrderSide> side, Optional<Quantity> quantity) {
    return new TwinExit(
        new Nonce(nonce),
        Optional.of(new Holder("alpha")),
        Optional.of(new Symbol("ACME")),
        side,
        quantity,
        EnumSet.allOf(TwinBook.class));
  }

  @Test
  void an_account_that_nobody_knows_sizes_no_entry_in_any_book() {
    TwinStage stage = TwinStage.daily().equity(Optional.empty());

    stage.buy("n1", "alpha", TwinTest::alike).cycle().bar(100, 110);

    assertThat(stage.twin().days().worth()).isEqualTo(BookAmounts.ZERO);
    assertThat(stage.twin().taken()).isEmpty();
  }

  @Test
  void what_does_not_fit_one_book_is_taken_by_none_and_counted() {
    TwinStage stage = TwinStage.daily();
    for (int i = 0; i < TwinState.MOST; i++) {
      stage.buy("n" + i, "s" + i, book -> book == TwinBook.NONE ? "0.001" : "0");
    }
    stage.cycle();

    stage.buy("one more", "more", TwinTest::alike).cycle();

    assertThat(stage.twin().leftOut()).isEqualTo(1);
    assertThat(stage.twin().book(TwinBook.POLICY).orders()).isEmpty();
  }

  @Test
  void a_day_whose_marks_are_not_known_is_a_part_of_the_next_that_counts() {
    TwinStage stage = TwinStage.daily().buy("n1", "alpha", TwinTest::shares).cycle();
    stage.bar(100, 110).pass(Map.of()).pass(Map.of());

    assertThat(stage.twin().days().effect(TwinPart.WEIGHTS).days()).isEqualTo(1);
    assertThat(stage.twin().days().unmarked()).isEqualTo(1);

    stage.bar(120, 120).bar(120, 120);

    TwinDays days = stage.twin().days();
    assertThat(days.unmarked()).isZero();
    assertThat(days.effect(TwinPart.WEIGHTS).days()).isEqualTo(2);
    assertThat(days.effect(TwinPart.WEIGHTS).mean()).isCloseTo(100, within(1e-9));
    assertThat(days.effect(TwinPart.WEIGHTS).squares()).isCloseTo(0, within(1e-9));
    assertThat(days.counted().of(TwinPart.WEIGHTS)).isEqualTo(Money.of("200"));
  }

  @Test
  void a_day_without_exposure_is_no_day_of_nothing() {
    TwinStage stage = TwinStage.daily().bar(100, 100).bar(100, 100).bar(100, 100);

    assertThat(stage.twin().days().effects().values())
        .allSatisfy(effect -> assertThat(effect.days()).isZero());

    stage.buy("n1", "alpha", TwinTest::alike).cycle().bar(100, 100).bar(100, 100);

    assertThat(stage.twin().days().effect(TwinPart.POLICY).days()).isEqualTo(1);
  }

  @Test
  void only_the_two_books_of_a_part_give_it_days() {
    TwinStage stage = TwinStage.daily();
    stage.buy("n1", "alpha", book -> book == TwinBook.NONE ? "0.1" : "0").cycle();

    stage.bar(100, 110).bar(110, 110);

    assertThat(stage.twin().days().effect(TwinPart.WEIGHTS).days()).isEqualTo(1);
    assertThat(stage.twin().days().effect(TwinPart.POLICY).days()).isZero();
  }

  @Test
  void a_clock_that_steps_back_closes_no_day() {
    TwinStage stage = TwinStage.daily().buy("n1", "alpha", TwinTest::alike).cycle().bar(100, 110);
    TwinDays days = stage.twin().days();

    TwinDays after =
        days.after(stage.now().minus(Duration.ofDays(3)), days.exposed(), Optional.empty());

    assertThat(after).isEqualTo(days);
  }

  @Test
  void older_trades_are_one_sum_and_nothing_is_lost() {
    TwinStage stage = TwinStage.daily();
    int trades = TwinTrades.MOST + 20;
    for (int i = 0; i < trades; i++) {
      String strategy = "s" + i;
      stage.buy("n" + i, strategy, TwinTest::shares).cycle().bar(100, 110);
      stage.leave("x" + i, strategy).cycle().bar(110, 110);
    }

    TwinTrades closed = stage.twin().trades();

    assertThat(closed.newest()).hasSize(TwinTrades.MOST);
    assertThat(closed.olderCount()).isEqualTo(20);
    assertThat(closed.realized()).isEqualTo(stage.twin().days().worth());
    assertThat(closed.realized().in(TwinBook.NONE)).isEqualTo(Money.of("" + 100 * trades));
  }

  @Test
  void a_twin_that_lacks_a_book_of_its_amounts_cannot_be_read() {
    Map<String, Object> stored =
        new TreeMap<>(TwinStateForm.FORM.write(TwinState.from(TwinStage.START)));
    stored.put("left_out", -1);

    Assertions.assertThatThrownBy(() -> TwinStateForm.FORM.read(Fields.of("maestro/twin", stored)))
        .isInstanceOf(UnreadableValueException.class)
        .hasMessageContaining("maestro/twin")
        .hasMessageContaining("left_out");
  }
}
