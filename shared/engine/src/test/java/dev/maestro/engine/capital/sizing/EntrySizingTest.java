package dev.maestro.engine.capital.sizing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.Seeds;
import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.capital.SizingLimits;
import dev.maestro.engine.number.Money;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EntrySizingTest {
  private static final SizingLimits LIMITS = SizingLimits.DEFAULTS;

  @Test
  void the_result_is_cut_down_to_the_cent() {
    SizedEntry size = EntrySizing.size(terms("0.3333333333", "1"), room("1000000"), LIMITS);
    assertThat(size.notional()).isEqualTo(Money.of("33333.33"));
    assertThat(size.cuts()).isEmpty();
  }

  @Test
  void less_than_an_order_is_worth_is_no_capital() {
    assertThat(EntrySizing.size(terms("0.00001", "0.99"), room("1000000"), LIMITS).code())
        .isEqualTo(SizingCode.NO_CAPITAL);
    assertThat(EntrySizing.size(terms("0.00001", "1"), room("1000000"), LIMITS).code())
        .isEqualTo(SizingCode.RESERVED);
  }

  @Test
  void two_bounds_that_do_not_end_and_are_equal_cut_once() {
    SizedEntry size = EntrySizing.size(terms("1", "1"), room("34"), LIMITS);
    assertThat(size.notional()).isEqualTo(Money.of("33.33"));
    assertThat(size.cuts()).hasSize(1);
  }

  @Test
  void a_worse_figure_never_makes_an_entry_larger() {
    Seeds.forEach(
        random -> {
          EntryTerms terms = terms(fraction(random), fraction(random));
          CapitalRoom room = randomRoom(random);
          Money notional = EntrySizing.size(terms, room, LIMITS).notional();
          Money less = Money.of(String.valueOf(random.nextInt(5000)));
          CapitalRoom worse =
              new CapitalRoom(
                  room.equity(),
                  room.agentUsed().plus(less),
                  room.available().subtract(less.value()),
                  room.exposure().plus(less),
                  room.symbolExposure());
          assertThat(EntrySizing.size(terms, worse, LIMITS).notional())
              .isLessThanOrEqualTo(notional);
        });
  }

  @Test
  void an_entry_never_exceeds_any_bound() {
    Seeds.forEach(
        random -> {
          EntryTerms terms = terms(fraction(random), fraction(random));
          CapitalRoom room = randomRoom(random);
          SizedEntry size = EntrySizing.size(terms, room, LIMITS);
          BigDecimal notional = size.notional().value();
          if (size.isReserved()) {
            BigDecimal share = room.equity().value().multiply(terms.weight());
            assertThat(notional.add(room.agentUsed().value())).isLessThanOrEqualTo(share);
            assertThat(notional.multiply(LIMITS.overfillFactor()))
                .isLessThanOrEqualTo(room.available());
          }
        });
  }

  private static CapitalRoom room(String available) {
    return new CapitalRoom(
        Money.of("100000"), Money.ZERO, new BigDecimal(available), Money.ZERO, Money.ZERO);
  }

  private static CapitalRoom randomRoom(SplittableRandom random) {
    return new CapitalRoom(
        Money.of(String.valueOf(random.nextInt(1000, 200_000))),
        Money.of(String.valueOf(random.nextInt(50_000))),
        BigDecimal.valueOf(random.nextInt(-1000, 200_000)),
        Money.of(String.valueOf(random.nextInt(100_000))),
        Money.ZERO);
  }

  private static String fraction(SplittableRandom random) {
    return BigDecimal.valueOf(random.nextInt(1001), 3).toString();
  }

  private static EntryTerms terms(String weight, String allocation) {
    return new EntryTerms(
        OrderSide.BUY,
        new BigDecimal(weight),
        new BigDecimal(allocation),
        Optional.of(BigDecimal.valueOf(100)),
        Optional.empty(),
        Optional.empty(),
        BigDecimal.valueOf(100),
        BigDecimal.valueOf(100));
  }
}
