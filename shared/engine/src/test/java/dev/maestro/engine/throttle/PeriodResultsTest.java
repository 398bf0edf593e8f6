package dev.maestro.engine.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.Seeds;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.journal.WindowTrade;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PeriodResultsTest {
  /** A Thursday. */
  private static final Instant NOW = Instant.parse("2026-03-05T14:30:00Z");

  private static final ThrottleConfig WEEKDAYS = ThrottleConfig.DEFAULTS;
  private static final ThrottleConfig EVERY_DAY =
      ThrottleConfig.of(Fields.of("", Map.of("periods_per_year", 365)));

  private static WindowTrade trade(String closedAt, String pnl) {
    return new WindowTrade(closedAt, Instant.parse(closedAt), 0, new BigDecimal(pnl));
  }

  private static List<String> daily(ThrottleConfig config, WindowTrade... trades) {
    return PeriodResults.daily(List.of(trades), Map.of(), Map.of(), NOW, config).stream()
        .map(day -> day.date() + " " + day.realizedPnl().toPlainString())
        .toList();
  }

  @Test
  void there_is_one_row_per_market_day_since_the_first_and_an_idle_day_is_a_row_of_zero() {
    assertThat(daily(WEEKDAYS, trade("2026-02-26T20:00:00Z", "5")))
        .containsExactly(
            "2026-02-26 5", "2026-02-27 0", "2026-03-02 0", "2026-03-03 0", "2026-03-04 0");
  }

  @Test
  void markets_that_never_close_have_a_row_for_every_day() {
    assertThat(daily(EVERY_DAY, trade("2026-02-27T20:00:00Z", "5")))
        .containsExactly(
            "2026-02-27 5",
            "2026-02-28 0",
            "2026-03-01 0",
            "2026-03-02 0",
            "2026-03-03 0",
            "2026-03-04 0");
  }

  @Test
  void what_is_closed_on_a_weekend_keeps_a_row_of_its_own() {
    assertThat(
            daily(
                WEEKDAYS,
                trade("2026-02-27T20:00:00Z", "5"),
                trade("2026-02-28T20:00:00Z", "-7"),
                trade("2026-03-04T20:00:00Z", "1")))
        .containsExactly(
            "2026-02-27 5", "2026-02-28 -7", "2026-03-02 0", "2026-03-03 0", "2026-03-04 1");
  }

  @Test
  void today_and_what_comes_after_are_never_in() {
    assertThat(
            daily(
                WEEKDAYS,
                trade("2026-03-04T23:59:59.999Z", "1"),
                trade("2026-03-05T00:00:00Z", "2"),
                trade("2026-03-06T12:00:00Z", "4")))
        .containsExactly("2026-03-04 1");
    assertThat(daily(WEEKDAYS, trade("2026-03-05T00:00:00Z", "2"))).isEmpty();
    assertThat(daily(WEEKDAYS)).isEmpty();
  }

  @Test
  void the_trades_of_one_day_add_up_exactly() {
    assertThat(
            daily(
                WEEKDAYS,
                trade("2026-03-04T00:00:00Z", "0.1"),
                trade("2026-03-04T12:00:00Z", "0.2"),
                trade("2026-03-04T23:59:59Z", "-0.0001")))
        .containsExactly("2026-03-04 0.2999");
  }

  @Test
  void marks_and_capital_go_to_their_days() {
    LocalDate tuesday = LocalDate.of(2026, 3, 3);
    List<DayResult> days =
        PeriodResults.daily(
            List.of(trade("2026-03-02T12:00:00Z", "1")),
            Map.of(tuesday, BigDecimal.TEN, LocalDate.of(2020, 1, 1), BigDecimal.ONE),
            Map.of(tuesday, new BigDecimal("25000")),
            NOW,
            WEEKDAYS);
    assertThat(days).hasSize(3);
    assertThat(days.get(1).unrealizedPnl()).contains(BigDecimal.TEN);
    assertThat(days.get(1).capitalBase()).contains(new BigDecimal("25000"));
    assertThat(days.get(0).unrealizedPnl()).isEmpty();
    assertThat(days.get(2).capitalBase()).isEmpty();
  }

  @Test
  void nothing_is_lost() {
    Seeds.forEach(
        random -> {
          List<WindowTrade> trades = new ArrayList<>();
          BigDecimal before = BigDecimal.ZERO;
          for (int i = random.nextInt(40); i > 0; i--) {
            Duration ago = Duration.ofMinutes(random.nextInt(-3000, 60000));
            BigDecimal pnl = BigDecimal.valueOf(random.nextInt(-9999, 9999), 2);
            Instant closedAt = NOW.minus(ago);
            trades.add(new WindowTrade("t" + i, closedAt, 0, pnl));
            if (closedAt.isBefore(Instant.parse("2026-03-05T00:00:00Z"))) {
              before = before.add(pnl);
            }
          }
          ThrottleConfig config = random.nextBoolean() ? WEEKDAYS : EVERY_DAY;
          List<DayResult> days = PeriodResults.daily(trades, Map.of(), Map.of(), NOW, config);
          assertThat(
                  days.stream()
                      .map(DayResult::realizedPnl)
                      .reduce(BigDecimal.ZERO, BigDecimal::add))
              .isEqualByComparingTo(before);
          assertThat(days).extracting(DayResult::date).isSorted().doesNotHaveDuplicates();
        });
  }

  @Test
  void a_day_is_the_same_wherever_the_machine_stands() {
    Instant lateEvening = Instant.parse("2026-03-03T23:30:00Z");
    assertThat(LocalDate.ofInstant(lateEvening, ZoneOffset.UTC)).hasToString("2026-03-03");
    assertThat(daily(WEEKDAYS, trade("2026-03-03T23:30:00Z", "1")))
        .containsExactly("2026-03-03 1", "2026-03-04 0");
  }
}
