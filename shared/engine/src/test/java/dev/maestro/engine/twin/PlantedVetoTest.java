package dev.maestro.engine.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.evidence.paired.AnytimeInterval;
import dev.maestro.engine.number.Money;
import dev.maestro.engine.twin.value.PartValue;
import dev.maestro.engine.twin.value.TwinValue;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * A strategy holds 1,000 of the market every day; a veto of one part keeps it out. What the market
 * does on a day is drawn with a known mean, so what the veto is worth is known, too.
 */
class PlantedVetoTest {
  private static final int RUNS = 400;
  private static final int DAYS = 252;

  @Test
  void a_planted_veto_of_known_value_is_covered_in_95_percent_of_runs() {
    int everCovered = 0;
    int shown = 0;
    for (int run = 0; run < RUNS; run++) {
      Planted planted = new Planted(new Random(run), TwinPart.OVERRIDE, -0.002);
      everCovered += planted.isCoveredOnEveryDay(2.0) ? 1 : 0;
      shown +=
          planted.value(TwinPart.OVERRIDE).interval().filter(AnytimeInterval::isGain).isPresent()
              ? 1
              : 0;
    }

    assertThat(everCovered).isGreaterThanOrEqualTo(RUNS * 95 / 100);
    assertThat(shown).as("runs that show that it earns").isGreaterThan(RUNS / 10);
  }

  @Test
  void a_veto_that_costs_money_says_so_and_the_other_parts_stay_out_of_it() {
    Planted planted = new Planted(new Random(4), TwinPart.THROTTLE, 0.004);

    assertThat(planted.value(TwinPart.THROTTLE).sentence())
        .startsWith("THROTTLE is shown to cost money: between -")
        .endsWith(" a day, in " + (DAYS - 1) + " days.");
    assertThat(planted.value(TwinPart.WEIGHTS).sentence())
        .isEqualTo("It has made no difference yet, in " + (DAYS - 1) + " days.");
    assertThat(planted.value(TwinPart.POLICY).money()).isEqualTo(Money.ZERO);
    assertThat(planted.value(TwinPart.POLICY).daily().days()).isZero();
  }

  @Test
  void before_anything_can_be_told_nothing_is_told() {
    PartValue value = TwinValue.of(TwinState.from(TwinStage.START)).parts().get(0);

    assertThat(value.sentence()).isEqualTo("Too early to tell, after 0 days with exposure.");
    assertThat(value.perMonth()).isEmpty();
    assertThat(value.interval()).isEmpty();
  }

  private static final class Planted {
    private final TwinStage stage = TwinStage.daily().unstored();
    private final TwinPart part;
    private final Random random;
    private final double drift;
    private double price = 100;
    private int days;

    Planted(Random random, TwinPart part, double drift) {
      this.random = random;
      this.part = part;
      this.drift = drift;
    }

    boolean isCoveredOnEveryDay(double truth) {
      boolean isCovered = true;
      while (days < DAYS) {
        day();
        isCovered &=
            stage
                .twin()
                .days()
                .effect(part)
                .interval()
                .filter(known -> known.low() > truth || known.high() < truth)
                .isEmpty();
      }
      return isCovered;
    }

    PartValue value(TwinPart of) {
      while (days < DAYS) {
        day();
      }
      return TwinValue.of(stage.twin()).parts().stream()
          .filter(each -> each.part() == of)
          .findFirst()
          .orElseThrow();
    }

    /** Bought at the open and sold at the next one, by two in turn. */
    private void day() {
      stage.leave("x" + days, "s" + (days + 1) % 2);
      stage.buy("n" + days, "s" + days % 2, book -> book.compareTo(part.with()) < 0 ? "0.1" : "0");
      stage.cycle();
      double open = price;
      price = open * (1 + drift + 0.01 * random.nextGaussian());
      stage.bar(open, price);
      days++;
    }
  }
}
