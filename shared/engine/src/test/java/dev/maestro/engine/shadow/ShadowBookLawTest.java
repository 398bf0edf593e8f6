package dev.maestro.engine.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.capital.Holder;
import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.capital.intent.PlannedPrice;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.market.Bar;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.number.Money;
import dev.maestro.engine.paper.PaperBook;
import dev.maestro.engine.paper.PaperOrder;
import dev.maestro.engine.paper.PaperStage;
import dev.maestro.engine.policy.ExitMode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ShadowBookLawTest {
  private static final Holder ALPHA = new Holder("alpha");
  private static final ShadowExit ALL = new ShadowExit(ALPHA, Optional.empty(), Optional.empty());

  private final List<Bar> bars = new ArrayList<>();
  private ShadowBook book = ShadowBook.EMPTY;
  private Instant now = PaperStage.START;

  private PaperOrder buy(String nonce, String strategy, String symbol) {
    return new PaperOrder(
        new Nonce(nonce),
        new PositionKey(new Symbol(symbol), new Holder(strategy)),
        OrderSide.BUY,
        Money.of("1000"),
        Quantity.ZERO,
        Optional.empty(),
        ExitMode.TREND_FOLLOW,
        new PlannedPrice(Optional.of(new BigDecimal("100")), Optional.of(new BigDecimal("90"))),
        now);
  }

  private ShadowStep cycle(List<PaperOrder> entries, ShadowExit... exits) {
    ShadowStep step =
        book.step(entries, List.of(exits), PaperStage.market(bars), now, PaperStage.EXACT);
    book = ShadowBookForm.FORM.read(Fields.of("it", ShadowBookForm.FORM.write(step.book())));
    assertThat(book).isEqualTo(step.book());
    return step;
  }

  /** Five minutes at one price. */
  private void bar(double price) {
    bars.add(new Bar(now.plusSeconds(1), price, price, price, price, 1));
    now = now.plus(PaperStage.BAR).plusSeconds(1);
  }

  @Test
  void what_was_denied_is_traded_on_paper_and_its_exit_closes_it() {
    cycle(List.of(buy("n1", "alpha", "ACME")));
    bar(100);
    assertThat(cycle(List.of()).trades()).isEmpty();
    assertThat(book.positions()).hasSize(1);
    cycle(List.of(), ALL);
    bar(125);

    ShadowTrade trade = cycle(List.of()).trades().get(0);

    assertThat(trade.nonce()).hasToString("n1");
    assertThat(trade.realizedPnl()).isEqualTo(Money.of("250"));
    assertThat(trade.entryPrice()).isEqualByComparingTo("100");
    assertThat(trade.exitPrice()).isEqualByComparingTo("125");
    assertThat(ShadowTradeForm.FORM.read(Fields.of("it", ShadowTradeForm.FORM.write(trade))))
        .isEqualTo(trade);
    assertThat(book.positions()).isEmpty();
  }

  @Test
  void a_stop_on_paper_closes_the_trade_without_an_exit() {
    cycle(List.of(buy("n1", "alpha", "ACME")));
    bar(100);
    cycle(List.of());
    bar(80);

    assertThat(cycle(List.of()).trades())
        .extracting(ShadowTrade::realizedPnl)
        .containsExactly(Money.of("-200"));
  }

  @Test
  void a_signal_that_is_seen_again_is_not_taken_again() {
    cycle(List.of(buy("n1", "alpha", "ACME")));

    assertThat(cycle(List.of(buy("n1", "alpha", "ACME"))).refused())
        .containsExactly(new ShadowRefusal(new Nonce("n1"), ShadowRefusal.Why.REPEATED));
  }

  @Test
  void a_symbol_that_is_held_on_paper_is_not_entered_again() {
    cycle(List.of(buy("n1", "alpha", "ACME")));
    bar(100);
    cycle(List.of());

    assertThat(cycle(List.of(buy("n2", "alpha", "ACME"))).refused())
        .containsExactly(new ShadowRefusal(new Nonce("n2"), ShadowRefusal.Why.ALREADY_HELD));
    assertThat(cycle(List.of(buy("n3", "beta", "ACME"))).refused()).isEmpty();
  }

  @Test
  void an_exit_of_one_strategy_leaves_the_others_alone() {
    cycle(List.of(buy("n1", "alpha", "ACME"), buy("n2", "beta", "ACME")));
    bar(100);
    cycle(List.of(), ALL);
    bar(100);
    cycle(List.of());

    assertThat(book.positions())
        .extracting(held -> held.key().holder().value())
        .containsExactly("beta");
  }

  @Test
  void buying_is_no_exit_of_a_long() {
    cycle(List.of(buy("n1", "alpha", "ACME")));
    bar(100);
    cycle(
        List.of(),
        new ShadowExit(ALPHA, Optional.of(PaperStage.SYMBOL), Optional.of(OrderSide.BUY)));
    bar(100);
    cycle(List.of());

    assertThat(book.positions()).hasSize(1);
  }

  @Test
  void an_exit_cancels_what_has_not_filled() {
    cycle(List.of(buy("n1", "alpha", "ACME")));
    cycle(List.of(), ALL);
    bar(100);
    cycle(List.of());

    assertThat(book.positions()).isEmpty();
    assertThat(book.book().orders()).isEmpty();
  }

  @Test
  void more_than_two_hundred_are_refused_and_said() {
    List<PaperOrder> many = new ArrayList<>();
    for (int i = 0; i < 203; i++) {
      many.add(buy("n" + i, "alpha", "S" + i));
    }

    ShadowStep step = cycle(many);

    assertThat(step.book().book().orders()).hasSize(200);
    assertThat(step.refused())
        .extracting(refusal -> refusal.nonce() + " " + refusal.why())
        .containsExactly("n200 FULL", "n201 FULL", "n202 FULL");
  }

  @Test
  void a_mark_is_the_gain_at_the_last_bar_and_unknown_without_one() {
    cycle(List.of(buy("n1", "alpha", "ACME")));
    bar(100);
    cycle(List.of());
    bar(110);
    cycle(List.of());

    assertThat(book.marks()).isEqualTo(Map.of(ALPHA, Optional.of(Money.of("100"))));
    ShadowBook unmarked =
        new ShadowBook(
            new PaperBook(Money.ZERO, book.positions(), List.of(), new TreeMap<>()),
            new TreeMap<>(),
            List.of());
    assertThat(unmarked.marks()).isEqualTo(Map.of(ALPHA, Optional.empty()));
  }
}
