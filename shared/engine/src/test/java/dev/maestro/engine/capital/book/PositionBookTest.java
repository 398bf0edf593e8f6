package dev.maestro.engine.capital.book;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.capital.Holder;
import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.name.AgentId;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.number.Money;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PositionBookTest {
  private static final PositionKey KEY = new PositionKey(new Symbol("AAPL"), new Holder("trend"));
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  @Test
  void the_part_taken_is_rounded_and_the_rest_keeps_the_rest() {
    PositionBook book = PositionBook.EMPTY.opened(holding("3", "100", "1"));
    BookedResult result = book.book(sell("1", "50", "0", NOON));
    assertThat(result.taken().orElseThrow().stake().cost()).isEqualTo(Money.of("33.3333"));
    assertThat(result.book().holdings().cost()).isEqualTo(Money.of("66.6667"));
    BookedResult last = result.book().book(sell("2", "100", "0", NOON));
    assertThat(last.taken().orElseThrow().stake().cost()).isEqualTo(Money.of("66.6667"));
    assertThat(last.book().holdings().size()).isZero();
  }

  @Test
  void a_lot_that_is_not_older_than_the_fill_goes_before_the_holding_and_an_older_one_after() {
    PositionBook book =
        PositionBook.EMPTY
            .opened(holding("10", "1000", "0"))
            .withLot(new Lot(holding("10", "2000", "0"), NOON.plusSeconds(60)))
            .withLot(new Lot(holding("10", "3000", "0"), NOON.minusSeconds(60)));
    assertThat(cost(book, "10")).isEqualTo(Money.of("2000"));
    assertThat(cost(book, "20")).isEqualTo(Money.of("3000"));
    assertThat(cost(book, "30")).isEqualTo(Money.of("6000"));
  }

  @Test
  void of_lots_the_newest_goes_first() {
    PositionBook book =
        PositionBook.EMPTY
            .withLot(new Lot(holding("10", "2000", "0"), NOON.plusSeconds(60)))
            .withLot(new Lot(holding("10", "3000", "0"), NOON.plusSeconds(90)));
    assertThat(cost(book, "10")).isEqualTo(Money.of("3000"));
  }

  @Test
  void a_short_earns_when_it_is_bought_back_for_less() {
    PositionBook book = PositionBook.EMPTY.opened(holding("-10", "1000", "1"));
    BookedFill buy =
        new BookedFill(
            KEY,
            OrderSide.BUY,
            Quantity.of("10"),
            Money.of("900"),
            Money.of("2"),
            NOON,
            Optional.empty(),
            Optional.empty(),
            true);
    BookedResult result = book.book(buy);
    LedgerTrade trade = LedgerTrade.of("x", KEY, result.taken().orElseThrow(), NOON);
    assertThat(trade.realizedPnl()).isEqualTo(Money.of("97"));
    assertThat(trade.quantity()).isEqualTo(Quantity.of("-10"));
    assertThat(trade.isLong()).isFalse();
    assertThat(result.used()).as("its fees; what it gained counts later").isEqualTo(Money.of("2"));
  }

  @Test
  void a_loss_uses_buying_power_and_a_gain_gives_none_back() {
    PositionBook book = PositionBook.EMPTY.opened(holding("10", "1000", "0"));
    assertThat(book.book(sell("10", "900", "3", NOON)).used()).isEqualTo(Money.of("103"));
    assertThat(book.book(sell("10", "1900", "-3", NOON)).used()).isEqualTo(Money.ZERO);
  }

  @Test
  void a_book_that_was_changed_leaves_the_old_one_as_it_was() {
    PositionBook before = PositionBook.EMPTY.opened(holding("10", "1000", "0"));
    before.book(sell("4", "400", "0", NOON));
    assertThat(before).isEqualTo(PositionBook.EMPTY.opened(holding("10", "1000", "0")));
  }

  private static Money cost(PositionBook book, String quantity) {
    return book.book(sell(quantity, "9000", "0", NOON)).taken().orElseThrow().stake().cost();
  }

  private static LedgerHolding holding(String quantity, String cost, String fees) {
    Stake stake = new Stake(Quantity.of(quantity), Money.of(cost), Money.of(fees), Money.ZERO);
    return new LedgerHolding(KEY, stake, Optional.of(new AgentId("a")), NOON.minusSeconds(600));
  }

  private static BookedFill sell(String quantity, String notional, String fees, Instant at) {
    return new BookedFill(
        KEY,
        OrderSide.SELL,
        Quantity.of(quantity),
        Money.of(notional),
        Money.of(fees),
        at,
        Optional.empty(),
        Optional.empty(),
        true);
  }
}
