package dev.maestro.engine.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.Seeds;
import dev.maestro.engine.capital.Holder;
import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.number.Money;
import dev.maestro.engine.paper.PaperBook;
import dev.maestro.engine.paper.PaperPosition;
import dev.maestro.engine.twin.value.PartValue;
import dev.maestro.engine.twin.value.TwinValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TwinLawTest {
  private static final List<String> SYMBOLS = List.of("ACME", "ZED");

  /** Sessions of 12 cycles with gaps, shorts, vetoes, slippage and fees: 10,000 by default. */
  @Test
  void parts_add_up_to_the_cent_whatever_happens() {
    int[] seen = new int[2];
    Seeds.forTenTimesAsMany(
        random -> {
          TwinState twin = session(random, 12);
          TwinValue value = TwinValue.of(twin);
          Money sum = value.parts().stream().map(PartValue::money).reduce(Money.ZERO, Money::plus);

          assertThat(sum).isEqualTo(value.effect());
          assertThat(value.effect())
              .isEqualTo(value.made().in(TwinBook.POLICY).minus(value.made().in(TwinBook.NONE)));
          twin.trades().newest().forEach(TwinLawTest::addsUp);
          if (isMarked(twin.days())) {
            for (TwinBook book : TwinBook.values()) {
              assertThat(twin.days().worth().in(book))
                  .isEqualTo(twin.trades().realized().in(book).plus(open(twin.book(book))));
            }
            seen[0]++;
          }
          seen[1] += value.effect().signum() != 0 ? 1 : 0;
        });

    assertThat(seen[0]).as("sessions whose end is marked").isPositive();
    assertThat(seen[1]).as("sessions in which Maestro did something").isPositive();
  }

  private static boolean isMarked(TwinDays days) {
    return days.asOf().filter(time -> TwinDays.dayOf(time).equals(days.day())).isPresent();
  }

  private static void addsUp(TwinTrade trade) {
    Money sum = Money.ZERO;
    for (TwinPart part : TwinPart.values()) {
      sum = sum.plus(trade.realized().of(part));
    }
    assertThat(sum).isEqualTo(trade.realized().effect());
  }

  /** What is open is above its cost, less the fees of its entry. */
  private static Money open(PaperBook book) {
    Money sum = Money.ZERO;
    for (PaperPosition held : book.positions()) {
      BigDecimal mark = book.mark(held.key().symbol()).orElseThrow();
      Money cost = held.opened() == OrderSide.BUY ? held.cost() : held.cost().negated();
      sum = sum.plus(held.worth(mark)).minus(cost).minus(held.fees());
    }
    return sum;
  }

  private static TwinState session(SplittableRandom random, int cycles) {
    TwinStage stage = new TwinStage(Duration.ofHours(8), "5", "3").unstored();
    Map<String, Double> prices = new HashMap<>();
    for (int i = 0; i < cycles; i++) {
      for (int strategy = 0; strategy < 3; strategy++) {
        speak(stage, random, "n" + i + "." + strategy, "s" + strategy);
      }
      stage.cycle();
      Map<String, double[]> bars = new HashMap<>();
      for (String symbol : SYMBOLS) {
        if (random.nextInt(8) > 0) {
          double open = prices.getOrDefault(symbol, 100.0);
          double close = open * (0.95 + random.nextDouble() / 10);
          prices.put(symbol, close);
          bars.put(symbol, new double[] {open, close});
        }
      }
      stage.pass(bars);
    }
    assertThat(stage.reread()).isEqualTo(stage.twin());
    return stage.twin();
  }

  private static void speak(
      TwinStage stage, SplittableRandom random, String nonce, String strategy) {
    switch (random.nextInt(4)) {
      case 0 -> stage.leave(nonce, strategy);
      case 1, 2 -> {
        String symbol = SYMBOLS.get(random.nextInt(SYMBOLS.size()));
        Map<TwinBook, String> shares = new EnumMap<>(TwinBook.class);
        for (TwinBook book : TwinBook.values()) {
          shares.put(book, BigDecimal.valueOf(random.nextInt(300), 3).toPlainString());
        }
        stage.enter(
            nonce,
            new PositionKey(new Symbol(symbol), new Holder(strategy)),
            random.nextInt(3) == 0,
            shares::get);
      }
      default -> {}
    }
  }
}
