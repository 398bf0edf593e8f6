package dev.maestro.engine.meta.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.maestro.engine.name.StrategyId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class EquityCurveTest {
  private static final int SEEDS = Integer.getInteger("maestro.seeds", 1000);
  private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
  private static final Offset<Double> NOISE = within(1e-9);

  private static EquityPoint point(Duration ago, int equity) {
    return new EquityPoint(NOW.minus(ago), BigDecimal.valueOf(equity));
  }

  /** A point at each midnight, the last one today. */
  private static EquityCurve daily(int... equities) {
    List<EquityPoint> points = new ArrayList<>();
    for (int i = 0; i < equities.length; i++) {
      points.add(point(Duration.ofHours(12 + 24L * (equities.length - 1 - i)), equities[i]));
    }
    return EquityCurve.of(points, NOW);
  }

  private static ClosedTrade trade(int hoursAgo, int pnl) {
    return new ClosedTrade(
        "T" + hoursAgo,
        new StrategyId("S"),
        NOW.minus(Duration.ofHours(hoursAgo)),
        BigDecimal.valueOf(pnl),
        Optional.empty());
  }

  @Test
  void drawdown_is_the_current_fall_from_the_peak_in_positive_percent() {
    assertThat(daily(100, 200, 150, 190).drawdownPct().getAsDouble()).isEqualTo(5, NOISE);
    assertThat(daily(100, 50, 120).drawdownPct()).hasValue(0);
    assertThat(daily(100, -20).drawdownPct().getAsDouble()).isEqualTo(120, NOISE);
  }

  @Test
  void a_curve_without_points_has_no_drawdown_and_no_slope() {
    assertThat(daily().drawdownPct()).isEmpty();
    assertThat(daily().slopePctPerDay(7)).isEmpty();
    assertThat(daily(100).slopePctPerDay(7)).isEmpty();
  }

  @Test
  void a_curve_that_never_had_equity_has_lost_everything() {
    assertThat(daily(0, -5, 0).drawdownPct()).hasValue(100);
  }

  @Test
  void only_the_last_thirty_days_up_to_now_count() {
    Duration month = Duration.ofDays(30);
    EquityCurve curve =
        EquityCurve.of(
            List.of(
                point(month.plusNanos(1), 1000),
                point(month, 200),
                point(Duration.ZERO, 150),
                point(Duration.ofNanos(-1), 10)),
            NOW);
    assertThat(curve.drawdownPct().getAsDouble()).isEqualTo(25, NOISE);
    assertThat(curve.points()).hasSize(2);
  }

  @Test
  void of_two_points_at_one_time_the_lower_one_is_the_later() {
    EquityCurve curve =
        EquityCurve.of(List.of(point(Duration.ZERO, 80), point(Duration.ZERO, 100)), NOW);
    assertThat(curve.drawdownPct().getAsDouble()).isEqualTo(20, NOISE);
  }

  @Test
  void the_slope_is_the_mean_change_per_day_of_the_last_daily_points() {
    // +10 % and -10 %; with three days also +100 %
    assertThat(daily(50, 100, 110, 99).slopePctPerDay(3).getAsDouble()).isEqualTo(0, NOISE);
    assertThat(daily(50, 100, 110, 99).slopePctPerDay(4).getAsDouble()).isEqualTo(100.0 / 3, NOISE);
    assertThat(daily(50, 100, 110, 99).slopePctPerDay(30).getAsDouble())
        .isEqualTo(100.0 / 3, NOISE);
    assertThat(daily(50, 100, 110, 99).slopePctPerDay(2).getAsDouble()).isEqualTo(-10, NOISE);
  }

  @Test
  void a_day_speaks_by_its_newest_point() {
    EquityCurve curve =
        EquityCurve.of(
            List.of(
                point(Duration.ofHours(30), 500),
                point(Duration.ofHours(13), 100),
                point(Duration.ofHours(12), 300),
                point(Duration.ofHours(1), 102)),
            NOW);
    assertThat(curve.slopePctPerDay(7).getAsDouble()).isEqualTo(2, NOISE);
  }

  @Test
  void changes_from_a_balance_that_is_not_above_zero_are_left_out() {
    assertThat(daily(100, 0, 50, 55).slopePctPerDay(7).getAsDouble())
        .isEqualTo((-100 + 10) / 2.0, NOISE);
    assertThat(daily(0, 100).slopePctPerDay(7)).isEmpty();
    assertThat(daily(-10, 100, 101).slopePctPerDay(7).getAsDouble()).isEqualTo(1, NOISE);
  }

  @Test
  void realized_results_draw_a_curve_with_a_point_on_every_day() {
    EquityCurve curve =
        EquityCurve.ofRealizedPnl(
            BigDecimal.valueOf(1000),
            ClosedTrades.of(List.of(trade(49, 100), trade(1, -55), trade(800, 9999))),
            NOW);
    assertThat(curve.points()).hasSize(1 + 30 + 2);
    assertThat(curve.points()).isSortedAccordingTo(EquityPoint.OLDEST_FIRST);
    assertThat(curve.points().get(0)).isEqualTo(point(Duration.ofDays(30), 1000));
    assertThat(curve.points().get(32)).isEqualTo(point(Duration.ofHours(1), 1045));
    assertThat(curve.drawdownPct().getAsDouble()).isEqualTo(5, NOISE);
    // The last three days: +10 % two days ago, 0 % yesterday, -5 % today
    assertThat(curve.slopePctPerDay(4).getAsDouble()).isEqualTo((10 + 0 - 5) / 3.0, NOISE);
    assertThat(curve.slopePctPerDay(2).getAsDouble()).isEqualTo(-5, NOISE);
  }

  @Test
  void a_tenant_who_never_traded_stands_still() {
    EquityCurve curve = EquityCurve.ofRealizedPnl(BigDecimal.TEN, ClosedTrades.of(List.of()), NOW);
    assertThat(curve.drawdownPct()).hasValue(0);
    assertThat(curve.slopePctPerDay(7)).hasValue(0);
  }

  @Test
  void a_midnight_is_carried_over_before_and_at_a_trade() {
    Instant midnight = Instant.parse("2026-03-02T00:00:00Z");
    EquityCurve curve =
        EquityCurve.ofRealizedPnl(
            BigDecimal.valueOf(100), ClosedTrades.of(List.of(trade(12, 50))), midnight);
    assertThat(curve.points().get(curve.points().size() - 1).equity()).isEqualByComparingTo("150");
    assertThat(curve.points().get(curve.points().size() - 2).equity()).isEqualByComparingTo("100");
    assertThat(curve.points().get(curve.points().size() - 2).at()).isEqualTo(midnight);
  }

  @Test
  void the_order_of_points_decides_nothing_and_a_lower_end_is_never_a_smaller_fall() {
    for (int seed = 0; seed < SEEDS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<EquityPoint> points = new ArrayList<>();
      for (int i = random.nextInt(1, 40); i > 0; i--) {
        points.add(point(Duration.ofHours(random.nextInt(1, 900)), random.nextInt(-50, 500)));
      }
      EquityCurve curve = EquityCurve.of(points, NOW);
      Collections.shuffle(points, new Random(seed));
      EquityCurve shuffled = EquityCurve.of(points, NOW);
      assertThat(shuffled.points()).as("seed " + seed).isEqualTo(curve.points());
      double before = fallTo(points, 100);
      assertThat(fallTo(points, 99)).as("seed " + seed).isGreaterThanOrEqualTo(before);
      assertThat(before).as("seed " + seed).isNotNegative();
    }
  }

  private static double fallTo(List<EquityPoint> points, int end) {
    List<EquityPoint> longer = new ArrayList<>(points);
    longer.add(point(Duration.ZERO, end));
    return EquityCurve.of(longer, NOW).drawdownPct().getAsDouble();
  }
}
