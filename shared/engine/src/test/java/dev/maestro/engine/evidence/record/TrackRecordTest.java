package dev.maestro.engine.evidence.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.maestro.engine.Seeds;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrackRecordTest {
  private static final double DAYS = StrictMath.sqrt(250);
  private static final double MONTHS = StrictMath.sqrt(12);

  @Test
  void psr_of_two_years_of_months_with_skew_and_kurtosis_is_that_of_bailey_and_lopez_de_prado() {
    TrackRecord record = new TrackRecord(24, 1.585 / MONTHS, -2.448, 10.164);
    assertThat(ProbabilisticSharpe.against(0, record)).isEqualTo(0.913234, within(5e-7));
  }

  @Test
  void dsr_of_the_best_of_a_hundred_is_that_of_bailey_and_lopez_de_prado() {
    TrackRecord record = new TrackRecord(1250, 2.5 / DAYS, -3, 10);
    assertThat(DeflatedSharpe.of(record, 100, 0.5 / 250)).isEqualTo(0.900397, within(5e-7));
    assertThat(DeflatedSharpe.of(record, 46, 0.5 / 250)).isEqualTo(0.9505, within(5e-5));
  }

  @Test
  void minimum_track_record_of_days_is_2_731_years_to_show_that_2_is_above_1() {
    TrackRecord record = new TrackRecord(250, 2 / DAYS, 0, 3);
    double days = MinimumTrackRecord.length(1 / DAYS, 0.95, record).orElseThrow();
    assertThat(days / 250).isEqualTo(2.731, within(5e-4));
  }

  @Test
  void minimum_track_record_of_weeks_and_months_is_longer() {
    double weekly = StrictMath.sqrt(52);
    TrackRecord weeks = new TrackRecord(52, 2 / weekly, 0, 3);
    assertThat(MinimumTrackRecord.length(1 / weekly, 0.95, weeks).orElseThrow() / 52)
        .isEqualTo(2.829, within(5e-4));
    TrackRecord months = new TrackRecord(12, 2 / MONTHS, 0, 3);
    assertThat(MinimumTrackRecord.length(1 / MONTHS, 0.95, months).orElseThrow() / 12)
        .isEqualTo(3.240, within(5e-4));
  }

  @Test
  void minimum_track_record_of_months_grows_with_a_hedge_funds_skew_and_kurtosis() {
    TrackRecord record = new TrackRecord(12, 3 / MONTHS, -0.72, 5.78);
    assertThat(MinimumTrackRecord.length(2.5 / MONTHS, 0.95, record).orElseThrow() / 12)
        .isEqualTo(27.353, within(5e-4));
  }

  @Test
  void a_record_at_its_minimum_length_has_just_the_confidence() {
    Seeds.forEach(
        random -> {
          double skew = random.nextDouble(-2, 2);
          double kurtosis = 1 + skew * skew + random.nextDouble(0.1, 8);
          double sharpe = random.nextDouble(0.02, 0.6);
          TrackRecord record = new TrackRecord(2, sharpe, skew, kurtosis);
          double length = MinimumTrackRecord.length(0, 0.95, record).orElseThrow();
          int whole = (int) StrictMath.ceil(length) + 1;
          TrackRecord atLength = new TrackRecord(whole, sharpe, skew, kurtosis);
          assertThat(ProbabilisticSharpe.against(0, atLength)).isBetween(0.95, 1.0);
        });
  }

  @Test
  void no_length_shows_what_the_record_denies() {
    TrackRecord record = new TrackRecord(100, -0.1, 0, 3);
    assertThat(MinimumTrackRecord.length(0, 0.95, record)).isEmpty();
    assertThatThrownBy(() -> MinimumTrackRecord.length(0, 1, record))
        .hasMessage("confidence must be above 0.5 and below 1, got 1.0");
  }

  @Test
  void more_agents_tried_never_make_a_record_more_convincing() {
    TrackRecord record = new TrackRecord(100, 0.2, -0.5, 4);
    double before = DeflatedSharpe.of(record, 1, 0.01);
    assertThat(before).isEqualTo(ProbabilisticSharpe.against(0, record));
    for (int agents = 2; agents < 200; agents++) {
      double chance = DeflatedSharpe.of(record, agents, 0.01);
      assertThat(chance).isLessThanOrEqualTo(before);
      before = chance;
    }
  }

  @Test
  void figures_are_those_of_the_returns() {
    double[] returns = {0.01, 0.01, 0.01, -0.03};
    TrackRecord record = TrackRecord.of(4, i -> returns[i], 0).orElseThrow();
    assertThat(record.sharpe()).isEqualTo(0, within(1e-12));
    assertThat(record.skew()).isEqualTo(-1.1547005383792515, within(1e-12));
    assertThat(record.kurtosis()).isEqualTo(2.3333333333333335, within(1e-12));
  }

  @Test
  void what_has_no_deviation_has_no_record() {
    assertThat(TrackRecord.of(0, i -> 1, 0)).isEmpty();
    assertThat(TrackRecord.of(1, i -> 1, 0)).isEmpty();
    assertThat(TrackRecord.of(50, i -> 0.01, 0)).isEqualTo(Optional.empty());
    assertThatThrownBy(() -> new TrackRecord(10, Double.NaN, 0, 3))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_chance_is_one_whatever_the_returns() {
    Seeds.forEach(
        random -> {
          double[] returns = random.doubles(random.nextInt(2, 30), -1, 1.2).toArray();
          TrackRecord record = TrackRecord.of(returns.length, i -> returns[i], 0).orElseThrow();
          assertThat(ProbabilisticSharpe.against(0, record)).isBetween(0.0, 1.0);
          assertThat(DeflatedSharpe.of(record, random.nextInt(1, 99), random.nextDouble()))
              .isBetween(0.0, 1.0);
        });
  }
}
