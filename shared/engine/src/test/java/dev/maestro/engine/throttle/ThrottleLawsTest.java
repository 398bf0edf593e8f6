package dev.maestro.engine.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.Seeds;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.throttle.mode.ThrottleMode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * What more losses do. A worse day alone may spread the returns and so lift a Sharpe ratio that is
 * negative anyway; what is sure is said here.
 */
class ThrottleLawsTest {
  private static List<DayResult> days(SplittableRandom random) {
    int count = random.nextInt(12);
    String[] returns = new String[count];
    for (int i = 0; i < count; i++) {
      returns[i] = BigDecimal.valueOf(random.nextInt(-3000, 3200), 5).toString();
    }
    return Days.returning(returns);
  }

  private static ThrottleDecision decide(List<DayResult> days) {
    return Throttle.decide(days, ThrottleConfig.DEFAULTS);
  }

  private static DayResult earning(DayResult day, BigDecimal more) {
    return new DayResult(
        day.date(), day.realizedPnl().add(more), day.unrealizedPnl(), day.capitalBase());
  }

  @Test
  void a_loss_added_to_a_day_never_makes_the_drawdown_shallower() {
    Seeds.forEach(
        random -> {
          List<DayResult> days = days(random);
          if (!days.isEmpty()) {
            List<DayResult> worse = new ArrayList<>(days);
            int at = random.nextInt(days.size());
            BigDecimal loss = BigDecimal.valueOf(-random.nextInt(1, 20000), 5);
            worse.set(at, earning(days.get(at), loss));
            assertThat(drawdown(worse)).isLessThanOrEqualTo(drawdown(days) + 1e-12);
          }
        });
  }

  @Test
  void a_loss_on_every_day_never_gives_a_looser_mode() {
    Seeds.forTenTimesAsMany(
        random -> {
          List<DayResult> days = days(random);
          BigDecimal loss = BigDecimal.valueOf(-random.nextInt(1, 2000), 5);
          List<DayResult> worse = days.stream().map(day -> earning(day, loss)).toList();
          assertThat(decide(days).mode().isTighterThan(decide(worse).mode()))
              .as("%s and %s", decide(days), decide(worse))
              .isFalse();
        });
  }

  @Test
  void a_loss_on_the_worst_day_never_makes_a_good_strategy_look_better() {
    Seeds.forEach(
        random -> {
          List<DayResult> days = days(random);
          ThrottleDecision before = decide(days);
          if (before.sharpe().orElse(-1) > 0) {
            List<DayResult> worse = new ArrayList<>(days);
            worse.sort((a, b) -> a.realizedPnl().compareTo(b.realizedPnl()));
            worse.set(0, earning(worse.get(0), BigDecimal.valueOf(-random.nextInt(1, 2000), 5)));
            assertThat(before.mode().isTighterThan(decide(worse).mode())).isFalse();
          }
        });
  }

  @Test
  void stricter_settings_never_give_a_looser_mode() {
    Seeds.forEach(
        random -> {
          List<DayResult> days = days(random);
          Map<String, Object> stricter =
              switch (random.nextInt(4)) {
                case 0 -> Map.of("max_drawdown", "-0.05");
                case 1 -> Map.of("shadow_below", "0.9");
                case 2 -> Map.of("reduce_below", "3");
                default -> Map.of("new_strategy_mode", "SHADOW_MODE");
              };
          ThrottleMode strict =
              Throttle.decide(days, ThrottleConfig.of(Fields.of("", stricter))).mode();
          assertThat(decide(days).mode().isTighterThan(strict)).as("%s", stricter).isFalse();
        });
  }

  @Test
  void gains_beyond_every_number_are_no_reason_to_overlook_a_fall() {
    List<DayResult> days = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      boolean falls = i == 29;
      days.add(
          new DayResult(
              Days.LAST.minusDays(29L - i),
              new BigDecimal(falls ? "-0.9" : "900000000000000").scaleByPowerOfTen(-30),
              Optional.of(BigDecimal.ZERO),
              Optional.of(new BigDecimal("1E-30"))));
    }
    assertThat(decide(days).mode()).isEqualTo(ThrottleMode.SHADOW_MODE);
  }

  private static double drawdown(List<DayResult> days) {
    return decide(days).drawdown().orElseThrow();
  }
}
