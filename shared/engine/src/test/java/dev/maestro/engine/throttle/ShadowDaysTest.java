package dev.maestro.engine.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.UnreadableValueException;
import dev.maestro.engine.throttle.DayResult.OnPaper;
import dev.maestro.engine.throttle.mode.ThrottleMode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Days on which a strategy traded on paper. */
class ShadowDaysTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

  private static DayResult day(int number, String realized, Optional<OnPaper> paper) {
    return new DayResult(
            MONDAY.plusDays(number),
            new BigDecimal(realized),
            Optional.of(BigDecimal.ZERO),
            Optional.empty())
        .with(paper);
  }

  private static Optional<OnPaper> paper(ThrottleMode mode, String pnl) {
    return Optional.of(
        new OnPaper(mode, Optional.of(new BigDecimal(pnl)), Optional.of(BigDecimal.ZERO)));
  }

  /** Mean return of one day, in units of money of a base of 10,000. */
  private static double counted(String realized, Optional<OnPaper> paper) {
    return ThrottleFigures.of(List.of(day(0, realized, paper)), ThrottleConfig.DEFAULTS)
            .returns()
            .orElseThrow()
            .mean()
        * 10_000;
  }

  @Test
  void in_shadow_mode_what_was_earned_on_paper_counts() {
    assertThat(counted("0", paper(ThrottleMode.SHADOW_MODE, "50"))).isCloseTo(50, within());
    assertThat(counted("0", paper(ThrottleMode.SHADOW_MODE, "-50"))).isCloseTo(-50, within());
  }

  @Test
  void in_other_modes_it_does_not() {
    assertThat(counted("-5", paper(ThrottleMode.REDUCED, "50"))).isCloseTo(-5, within());
    assertThat(counted("-5", paper(ThrottleMode.ACTIVE, "50"))).isCloseTo(-5, within());
  }

  @Test
  void a_loss_in_earnest_counts_besides_and_a_gain_does_not() {
    assertThat(counted("-20", paper(ThrottleMode.SHADOW_MODE, "50"))).isCloseTo(30, within());
    assertThat(counted("20", paper(ThrottleMode.SHADOW_MODE, "50"))).isCloseTo(50, within());
  }

  @Test
  void a_newest_day_that_is_unknown_on_paper_makes_the_performance_unavailable() {
    Optional<OnPaper> unknown =
        Optional.of(new OnPaper(ThrottleMode.SHADOW_MODE, Optional.empty(), Optional.empty()));
    PerformanceReading.Rows rows =
        new PerformanceReading.Rows(List.of(day(0, "1", Optional.empty()), day(1, "0", unknown)));

    assertThat(RowsInOrder.before(MONDAY.plusDays(3), rows, ThrottleConfig.DEFAULTS))
        .isInstanceOf(PerformanceReading.Unavailable.class);
  }

  @Test
  void columns_are_read_as_they_were_written_and_older_ones_have_nothing_on_paper() {
    List<DayResult> days =
        List.of(
            day(0, "1", Optional.empty()),
            day(1, "0", paper(ThrottleMode.SHADOW_MODE, "7.5")),
            day(
                2,
                "0",
                Optional.of(new OnPaper(ThrottleMode.ACTIVE, Optional.empty(), Optional.empty()))));
    Map<String, Object> written = DayResultForm.COLUMNS.write(days);

    assertThat(DayResultForm.COLUMNS.read(Fields.of("it", written))).isEqualTo(days);
    List.of("modes", "shadow_pnl", "shadow_mark").forEach(written::remove);
    assertThat(DayResultForm.COLUMNS.read(Fields.of("it", written)))
        .extracting(DayResult::onPaper)
        .containsOnly(Optional.empty());
    for (DayResult day : days) {
      Map<String, Object> row = new HashMap<>(DayResultForm.FORM.write(day));
      assertThat(DayResultForm.FORM.read(Fields.of("it", row))).isEqualTo(day);
    }
  }

  @Test
  void a_mode_that_is_no_word_makes_the_columns_unreadable() {
    Map<String, Object> written =
        DayResultForm.COLUMNS.write(List.of(day(0, "0", paper(ThrottleMode.SHADOW_MODE, "1"))));
    written.put("modes", new ArrayList<>(List.of("DREAMING")));

    Assertions.assertThatThrownBy(() -> DayResultForm.COLUMNS.read(Fields.of("it", written)))
        .isInstanceOf(UnreadableValueException.class)
        .hasMessageContaining("modes");
  }

  private static Offset<Double> within() {
    return Assertions.within(1e-9);
  }
}
