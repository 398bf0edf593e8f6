package dev.maestro.embedded.journal.fill;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An execution that closes a named position and opens it on the other side. */
class TurnedPositionTest {
  private final FillBook book = new FillBook();

  private static Execution execution(int sign, int quantity, int price, int fee) {
    return new Execution(
        new Execution.Origin("", 1, "A", "", "X", ""),
        Instant.EPOCH,
        sign,
        Execution.Effect.ANY,
        BigDecimal.valueOf(quantity),
        BigDecimal.valueOf(price),
        BigDecimal.ONE,
        BigDecimal.valueOf(fee),
        Optional.empty());
  }

  @Test
  void it_closes_what_is_held_and_opens_the_rest() {
    book.open("p", execution(1, 2, 100, 2));
    RoundTrip first = book.turn("p", execution(-1, 6, 110, 6)).orElseThrow();
    assertThat(first.quantity()).isEqualByComparingTo("2");
    assertThat(first.pnl()).isEqualByComparingTo("16");
    List<RoundTrip> second = book.close("p", execution(1, 4, 105, 4));
    assertThat(second).hasSize(1);
    assertThat(second.get(0).sign()).isEqualTo(-1);
    assertThat(second.get(0).pnl()).isEqualByComparingTo("12");
    assertThat(book.positions()).isZero();
  }

  @Test
  void without_a_holding_of_the_other_side_nothing_is_turned() {
    assertThat(book.turn("p", execution(1, 2, 100, 0))).isEmpty();
    book.open("p", execution(1, 2, 100, 0));
    assertThat(book.turn("p", execution(1, 3, 100, 0))).isEmpty();
    assertThat(book.turn("p", execution(-1, 1, 100, 0))).isEmpty();
    assertThat(book.positions()).isOne();
  }

  @Test
  void what_opened_on_a_side_cannot_close_on_it() {
    book.open("p", execution(1, 2, 100, 0));
    assertThat(book.close("p", execution(1, 2, 110, 0))).isEmpty();
    assertThat(book.unmatched()).hasSize(1);
    assertThat(book.close("p", execution(-1, 2, 110, 0))).hasSize(1);
  }
}
