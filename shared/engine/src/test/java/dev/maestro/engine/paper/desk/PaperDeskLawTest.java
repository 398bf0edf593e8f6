package dev.maestro.engine.paper.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.capital.command.CommandCode;
import dev.maestro.engine.capital.intent.IntentState;
import dev.maestro.engine.control.TradingState;
import dev.maestro.engine.number.Money;
import dev.maestro.engine.paper.PaperBook;
import dev.maestro.engine.policy.ExitMode;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PaperDeskLawTest {
  private final DeskStage stage = new DeskStage();

  /** The desk's first tick shows the account, without which nothing is reserved. */
  private void open() {
    assertThat(stage.tick().snapshot()).contains(CommandCode.ACCEPTED);
    stage.later();
  }

  private void buy(String nonce) {
    assertThat(stage.reserve(nonce, "alpha", "ACME", OrderSide.BUY, "95", ExitMode.TREND_FOLLOW))
        .isEqualTo(CommandCode.RESERVED);
  }

  @Test
  void an_empty_book_shows_its_cash() {
    open();

    assertThat(stage.ledger.ledger().account().orElseThrow().equity())
        .isEqualTo(Money.of("100000"));
    assertThat(stage.ledger.ledger().account().orElseThrow().buyingPower())
        .isEqualTo(Money.of("100000"));
  }

  @Test
  void an_intent_is_claimed_filled_and_reported() {
    open();
    buy("n1");
    assertThat(stage.onIntent("n1").granted()).isEqualTo(1);
    stage.bar("ACME", 100, 101, 99, 100);

    DeskRun run = stage.tick();

    assertThat(run.told()).isEqualTo(1);
    assertThat(stage.ledger.state("n1")).isEqualTo(IntentState.FILLED);
    stage.assertAgreement();
  }

  @Test
  void an_intent_of_which_no_message_came_is_taken_by_the_next_tick() {
    open();
    buy("n1");

    assertThat(stage.tick().granted()).isEqualTo(1);
    assertThat(stage.ledger.state("n1")).isEqualTo(IntentState.CLAIMED);
  }

  @Test
  void a_message_that_comes_again_takes_nothing_again() {
    open();
    buy("n1");
    stage.onIntent("n1");
    DeskBook once = stage.book();

    assertThat(stage.onIntent("n1").granted()).isZero();
    assertThat(stage.book()).isEqualTo(once);
    stage.bar("ACME", 100, 101, 99, 100);
    stage.tick();

    assertThat(stage.onIntent("n1").refused())
        .containsExactly(new DeskRun.Refusal("n1", CommandCode.ALREADY_CLAIMED, false));
    stage.assertAgreement();
  }

  @Test
  void an_order_whose_claim_is_refused_leaves_the_book() {
    open();
    buy("n1");
    stage.ledger.control(TradingState.REDUCING);

    assertThat(stage.onIntent("n1").refused())
        .extracting(DeskRun.Refusal::code)
        .containsExactly(CommandCode.REDUCING);
    assertThat(stage.book().tokens()).isEmpty();
  }

  @Test
  void an_intent_that_expired_leaves_the_book() {
    open();
    buy("n1");
    stage.ledger.later(Duration.ofMinutes(11));

    assertThat(stage.onIntent("n1").refused())
        .extracting(DeskRun.Refusal::code)
        .containsExactly(CommandCode.EXPIRED);
    assertThat(stage.book().tokens()).isEmpty();
  }

  @Test
  void a_halt_cancels_what_works_and_frees_its_capital() {
    open();
    buy("n1");
    stage.onIntent("n1");
    stage.ledger.control(TradingState.HALTED);

    stage.later().tick();

    assertThat(stage.ledger.state("n1")).isEqualTo(IntentState.RELEASED);
    assertThat(stage.book().book().orders()).isEmpty();
    stage.assertAgreement();
  }

  @Test
  void what_works_is_reported_each_minute_so_that_it_is_never_overdue() {
    open();
    buy("n1");
    stage.onIntent("n1");
    for (int minute = 0; minute < 40; minute++) {
      stage.later().tick();
      stage.ledger.settle();
    }

    assertThat(stage.ledger.state("n1")).isEqualTo(IntentState.CLAIMED);
  }

  @Test
  void an_order_without_a_bar_ends_after_its_time_and_is_released() {
    open();
    buy("n1");
    stage.onIntent("n1");
    for (int minute = 0; minute < 60; minute++) {
      stage.later().tick();
    }

    assertThat(stage.ledger.state("n1")).isEqualTo(IntentState.RELEASED);
    stage.assertAgreement();
  }

  @Test
  void a_stop_becomes_a_close_and_the_ledger_a_trade() {
    open();
    buy("n1");
    stage.onIntent("n1");
    stage.bar("ACME", 100, 101, 99, 100);
    stage.tick();
    stage.bar("ACME", 96, 96, 90, 92);

    stage.tick();

    assertThat(stage.ledger.trades()).containsOnlyKeys("close-paper-n1");
    assertThat(stage.ledger.held("alpha", "ACME")).isEqualTo("0");
    stage.assertAgreement();
  }

  @Test
  void an_exit_is_filled_and_what_it_brought_in_is_shown() {
    open();
    buy("n1");
    stage.onIntent("n1");
    stage.bar("ACME", 100, 101, 99, 100);
    stage.tick();
    assertThat(stage.exit("x1", "alpha", "ACME")).isEqualTo(CommandCode.RESERVED);
    stage.onIntent("x1");
    stage.bar("ACME", 120, 121, 119, 120);
    stage.tick();

    assertThat(stage.ledger.trades()).containsOnlyKeys("x1");
    assertThat(stage.ledger.ledger().account().orElseThrow().equity())
        .isEqualTo(stage.book().book().cash());
    assertThat(stage.book().book().cash()).isGreaterThan(Money.of("100000"));
    stage.assertAgreement();
  }

  @Test
  void what_a_short_brought_in_buys_nothing() {
    open();
    stage.reserve("n1", "beta", "ACME", OrderSide.SELL, "105", ExitMode.FAST_TP);
    stage.onIntent("n1");
    stage.bar("ACME", 100, 101, 99, 100);
    stage.tick();

    Money equity = stage.ledger.ledger().account().orElseThrow().equity();
    Money power = stage.ledger.ledger().account().orElseThrow().buyingPower();
    assertThat(stage.book().book().cash()).isGreaterThan(Money.of("109990"));
    assertThat(power).isLessThan(Money.of("90000"));
    assertThat(power).isLessThan(equity);
  }

  @Test
  void a_position_without_a_mark_shows_no_account() {
    open();
    buy("n1");
    stage.onIntent("n1");
    stage.bar("ACME", 100, 101, 99, 100);
    stage.tick();
    DeskBook book = stage.book();
    DeskBook unmarked =
        DeskBook.of(
            new PaperBook(book.book().cash(), book.book().positions(), List.of(), new TreeMap<>()));
    stage.later();
    stage.save(
        DeskStage.TENANT,
        DeskStage.ACCOUNT,
        stage.load(DeskStage.TENANT, DeskStage.ACCOUNT).version(),
        unmarked);

    assertThat(stage.tick().snapshot()).isEmpty();
  }
}
