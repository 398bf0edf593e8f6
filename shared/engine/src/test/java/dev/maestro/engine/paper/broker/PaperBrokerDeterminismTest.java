package dev.maestro.engine.paper.broker;

import static dev.maestro.engine.paper.PaperStage.START;
import static dev.maestro.engine.paper.PaperStage.entry;
import static dev.maestro.engine.paper.PaperStage.exit;
import static dev.maestro.engine.paper.PaperStage.limited;
import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.Seeds;
import dev.maestro.engine.audit.CanonicalJson;
import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.market.Bar;
import dev.maestro.engine.number.Money;
import dev.maestro.engine.paper.PaperBook;
import dev.maestro.engine.paper.PaperBookForm;
import dev.maestro.engine.paper.PaperConfig;
import dev.maestro.engine.paper.PaperOrder;
import dev.maestro.engine.paper.PaperPosition;
import dev.maestro.engine.paper.PaperStage;
import dev.maestro.engine.policy.ExitMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Random orders and bars. */
class PaperBrokerDeterminismTest {
  @Test
  void bars_that_come_together_fill_as_bars_that_come_one_by_one() {
    Seeds.forEach(PaperBrokerDeterminismTest::fillsAlike);
  }

  private static void fillsAlike(SplittableRandom random) {
    List<Bar> bars = bars(random);
    PaperBook start = PaperBook.of(Money.of("10000"));
    for (PaperOrder order : orders(random)) {
      start = start.with(order);
    }

    Instant end = START.plus(PaperStage.BAR.multipliedBy(60));
    Advance once = PaperBroker.advance(start, PaperStage.market(bars), end, PaperConfig.DEFAULTS);
    List<PaperResult> fills = new ArrayList<>();
    List<PaperResult> closes = new ArrayList<>();
    PaperBook book = start;
    for (Instant now = START; !now.isAfter(end); now = now.plus(PaperStage.BAR)) {
      Advance step = PaperBroker.advance(book, PaperStage.market(bars), now, PaperConfig.DEFAULTS);
      fills.addAll(step.fills());
      closes.addAll(step.closes());
      book = reread(step.book());
    }

    assertThat(book).isEqualTo(once.book());
    assertThat(closes).isEqualTo(once.closes());
    assertThat(fills).containsExactlyInAnyOrderElementsOf(once.fills());
  }

  @Test
  void cash_and_positions_are_what_the_fills_say() {
    Seeds.forEach(PaperBrokerDeterminismTest::balances);
  }

  private static void balances(SplittableRandom random) {
    List<Bar> bars = bars(random);
    PaperBook start = PaperBook.of(Money.of("10000"));
    List<PaperOrder> orders = orders(random);
    for (PaperOrder order : orders) {
      start = start.with(order);
    }

    Advance end =
        PaperBroker.advance(
            start,
            PaperStage.market(bars),
            START.plus(PaperStage.BAR.multipliedBy(60)),
            PaperConfig.DEFAULTS);

    Money spent = Money.ZERO;
    for (PaperPosition position : end.book().positions()) {
      Money cost = position.cost();
      spent = spent.plus(position.opened() == OrderSide.BUY ? cost : cost.negated());
    }
    Money realized = end.taken().stream().map(PaperTaken::realized).reduce(Money.ZERO, Money::plus);
    assertThat(end.book().cash().plus(spent)).isEqualTo(Money.of("10000").plus(realized));
    assertThat(end.fills()).hasSameSizeAs(orders);
    assertThat(end.book().positions()).allMatch(held -> held.quantity().isAbove(Quantity.ZERO));
  }

  private static PaperBook reread(PaperBook book) {
    String written = CanonicalJson.write(PaperBookForm.FORM.write(book));
    PaperBook read = PaperBookForm.FORM.read(Fields.of("a book", PaperBookForm.FORM.write(book)));
    assertThat(CanonicalJson.write(PaperBookForm.FORM.write(read))).isEqualTo(written);
    return read;
  }

  private static List<Bar> bars(SplittableRandom random) {
    List<Bar> bars = new ArrayList<>();
    double price = 100;
    for (int i = 0; i < 40; i++) {
      if (random.nextInt(8) == 0) {
        continue;
      }
      double open = cents(price * (1 + (random.nextDouble() - 0.5) / 20));
      double close = cents(open * (1 + (random.nextDouble() - 0.5) / 20));
      double high = cents(Math.max(open, close) * (1 + random.nextDouble() / 50));
      double low = cents(Math.min(open, close) * (1 - random.nextDouble() / 50));
      bars.add(
          new Bar(
              START.plus(PaperStage.BAR.multipliedBy(i)),
              open,
              Math.max(high, Math.max(open, close)),
              Math.min(low, Math.min(open, close)),
              close,
              1));
      price = close;
    }
    return bars;
  }

  private static double cents(double price) {
    return Math.round(price * 100) / 100.0;
  }

  private static List<PaperOrder> orders(SplittableRandom random) {
    List<PaperOrder> orders = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Instant at = START.plusSeconds(random.nextInt(9000));
      OrderSide side = random.nextBoolean() ? OrderSide.BUY : OrderSide.SELL;
      ExitMode mode = List.of(ExitMode.values()).get(random.nextInt(3));
      Optional<String> stop =
          random.nextInt(3) == 0
              ? Optional.empty()
              : Optional.of(side == OrderSide.BUY ? "97.5" : "102.5");
      PaperOrder entry = entry("n" + i, side, mode, stop, at);
      orders.add(
          switch (random.nextInt(4)) {
            case 0 -> exit("x" + i, side, "7.3", at);
            case 1 -> limited(entry, side == OrderSide.BUY ? "99" : "101");
            default -> entry;
          });
    }
    return orders;
  }
}
