package dev.maestro.testing.claim;

import static dev.maestro.testing.claim.LedgerDesk.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.capital.book.PositionBook;
import dev.maestro.engine.capital.command.CommandCode;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.capital.ledger.Bookings;
import dev.maestro.engine.capital.ledger.BrokerAccount;
import dev.maestro.engine.capital.ledger.Ledger;
import dev.maestro.engine.claim.BrokenLedgerException;
import dev.maestro.engine.claim.KeptIntent;
import dev.maestro.engine.claim.TenantLedger;
import dev.maestro.engine.claim.UnreadableLedgerException;
import dev.maestro.engine.journal.TradeField;
import dev.maestro.engine.name.AccountId;
import dev.maestro.engine.number.Money;
import dev.maestro.testing.conduct.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a ledger does that was lost, or of which a part was lost or edited, on one store. */
public abstract class DamagedLedgerContract {
  private final MovableClock clock = new MovableClock(Instant.parse("2026-03-02T12:00:00Z"));
  private LedgerScene scene;
  private LedgerDesk desk;

  /** An empty store that takes its time from here. */
  protected abstract LedgerScene scene(InstantSource time);

  @BeforeEach
  void something_is_held_and_something_promised() {
    scene = scene(clock);
    desk = new LedgerDesk(scene, clock).open();
    clock.pass(Duration.ofSeconds(10));
    desk.bought("n0", "MSFT").exit("x1", "MSFT").entry("n1", "AAPL");
  }

  private void edited(UnaryOperator<Ledger> edit) {
    TenantLedger kept = scene.ledger(TENANT, AccountId.MAIN);
    scene.given(
        TENANT,
        AccountId.MAIN,
        new TenantLedger(edit.apply(kept.ledger()), kept.owners(), kept.config(), kept.totals()),
        List.of());
  }

  @Test
  void a_ledger_that_was_there_and_is_lost_answers_nobody() {
    scene.loseLedger(TENANT, AccountId.MAIN);
    List<LedgerCommand> commands =
        List.of(
            new LedgerCommand.Claim(new Nonce("nobodys"), LedgerDesk.EXECUTOR, "token"),
            desk.snapshot(),
            new LedgerCommand.Settle());
    for (LedgerCommand command : commands) {
      assertThatThrownBy(() -> desk.apply(command))
          .as("%s", command)
          .isInstanceOf(UnreadableLedgerException.class)
          .hasMessageContaining("missing");
    }
    assertThatThrownBy(() -> desk.stop("s1", "MSFT", "100", "9800"))
        .isInstanceOf(UnreadableLedgerException.class);
  }

  @Test
  void holdings_that_are_lost_let_no_entry_through_and_nobody_is_sent_looking_for_his_mistake() {
    edited(ledger -> ledger.withBook(PositionBook.EMPTY));
    assertThatThrownBy(() -> desk.claim("n1"))
        .isInstanceOf(BrokenLedgerException.class)
        .hasMessageContaining("held_cost is 0 instead of 10000");
    assertThat(scene.alerts(TENANT, AlertCode.BROKEN_INVARIANT)).isEqualTo(1);
    assertThat(desk.claim("n1").code()).isEqualTo(CommandCode.REDUCING);
    assertThatThrownBy(() -> desk.stop("s1", "MSFT", "100", "9800"))
        .isInstanceOf(BrokenLedgerException.class);
  }

  @Test
  void bookings_that_are_lost_let_no_entry_through_and_exits_pass() {
    edited(ledger -> ledger.withBookings(Bookings.NONE));
    assertThatThrownBy(() -> desk.claim("n1"))
        .isInstanceOf(BrokenLedgerException.class)
        .hasMessageContaining("filled_since");
    assertThat(desk.claim("x1").code()).isEqualTo(CommandCode.GRANTED);
    assertThat(desk.report("x1", "100", "10100", "1", true).code()).isEqualTo(CommandCode.RECORDED);
    assertThat(scene.ledger(TENANT, AccountId.MAIN).lost())
        .as("what is booked since heals nothing")
        .isNotEmpty();
  }

  @Test
  void a_buying_power_that_was_edited_lets_no_entry_through() {
    edited(
        ledger ->
            ledger.withAccount(
                new BrokerAccount(
                    ledger.account().orElseThrow().equity(),
                    Money.of("900000000"),
                    ledger.account().orElseThrow().asOf(),
                    false)));
    assertThatThrownBy(() -> desk.claim("n1"))
        .isInstanceOf(BrokenLedgerException.class)
        .hasMessageContaining("buying_power");
  }

  @Test
  void an_intent_whose_document_says_otherwise_is_granted_to_nobody_not_even_again() {
    assertThat(desk.claim("x1").code()).isEqualTo(CommandCode.GRANTED);
    KeptIntent sound = desk.intent("x1");
    KeptIntent edited = sound.with(sound.intent().withQuantity(Quantity.of("1")), sound.trade());
    scene.given(TENANT, AccountId.MAIN, scene.ledger(TENANT, AccountId.MAIN), List.of(edited));
    assertThatThrownBy(() -> desk.claim("x1"))
        .isInstanceOf(UnreadableLedgerException.class)
        .hasMessageContaining("x1 has another quantity in its own document: 1 instead of 100");
  }

  @Test
  void the_same_close_with_other_content_is_a_conflict_and_books_nothing() {
    assertThat(desk.stop("s1", "MSFT", "40", "3900").code()).isEqualTo(CommandCode.RECORDED);
    Ledger before = desk.ledger();
    for (String[] other : new String[][] {{"40", "3901"}, {"41", "3900"}, {"1", "100"}}) {
      assertThat(desk.stop("s1", "MSFT", other[0], other[1]).code())
          .isEqualTo(CommandCode.NONCE_CONFLICT);
    }
    assertThat(desk.stop("s1", "AAPL", "40", "3900").code()).isEqualTo(CommandCode.NONCE_CONFLICT);
    clock.pass(Duration.ofMinutes(1));
    assertThat(desk.stop("s1", "MSFT", "40", "3900").code())
        .as("the time alone is not another content")
        .isEqualTo(CommandCode.UNCHANGED);
    assertThat(desk.ledger().book()).isEqualTo(before.book());
  }

  @Test
  void a_close_of_before_its_holding_is_dated_with_its_opening_and_told() {
    Instant opened = desk.ledger().book().holdings().all().get(0).openedAt();
    desk.apply(
        new LedgerCommand.Close(
            "s1",
            LedgerDesk.EXECUTOR,
            LedgerDesk.key("trend", "MSFT"),
            OrderSide.SELL,
            Optional.of(LedgerDesk.figures("100", "9900", "0")),
            Instant.parse("1970-01-01T00:00:00Z")));
    assertThat(scene.row(LedgerDesk.OWNER, "close-s1").orElseThrow().field(TradeField.CLOSED_AT))
        .as("%s", opened)
        .contains(opened);
    assertThat(scene.alerts(TENANT, AlertCode.CLOCK_SKEW)).isEqualTo(1);
  }

  @Test
  void a_price_that_can_hardly_be_one_is_booked_as_it_was_said_and_told() {
    desk.apply(
        new LedgerCommand.Close(
            "s1",
            LedgerDesk.EXECUTOR,
            LedgerDesk.key("trend", "MSFT"),
            OrderSide.SELL,
            Optional.of(LedgerDesk.figures("1", "1000000", "0")),
            clock.instant()));
    assertThat(scene.row(LedgerDesk.OWNER, "close-s1")).isPresent();
    assertThat(scene.alerts(TENANT, AlertCode.PRICE_FAR_OFF)).isEqualTo(1);
  }

  @Test
  void a_loss_that_can_be_is_no_news() {
    desk.apply(
        new LedgerCommand.Close(
            "s1",
            LedgerDesk.EXECUTOR,
            LedgerDesk.key("trend", "MSFT"),
            OrderSide.SELL,
            Optional.of(LedgerDesk.figures("1", "11", "0")),
            clock.instant()));
    assertThat(scene.row(LedgerDesk.OWNER, "close-s1")).isPresent();
    assertThat(scene.alerts(TENANT, AlertCode.PRICE_FAR_OFF)).isZero();
  }
}
