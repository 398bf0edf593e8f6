package dev.maestro.testing.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.evidence.EvidenceConfig;
import dev.maestro.engine.evidence.EvidenceFigures;
import dev.maestro.engine.evidence.StrategyEvidence;
import dev.maestro.engine.evidence.claim.EvidenceWord;
import dev.maestro.engine.evidence.track.EvidenceTrack;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.policy.gather.DayEquity;
import dev.maestro.engine.signal.account.AccountSnapshot;
import dev.maestro.engine.snapshot.CloseDay;
import dev.maestro.engine.snapshot.row.PeriodRows;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** The evidence of strategies, as the closing of days keeps it on one store. */
public abstract class DayEvidenceContract extends SnapshotScene {
  private static final LocalDate FIRST = DAY.minusDays(120);

  @Test
  void what_is_kept_says_what_all_days_say() {
    traded("A");
    assertThat(figures("A")).isEqualTo(readAtOnce(returns(FIRST, DAY)));
    assertThat(reading("A"))
        .extracting("evidence")
        .asInstanceOf(InstanceOfAssertFactories.OPTIONAL)
        .contains(track("A").opinion());
  }

  @Test
  void a_day_more_is_the_same_as_all_read_anew() {
    traded("A");
    LocalDate anchored = track("A").anchor().through();
    LocalDate day = DAY;
    for (int more = 0; more < 6; more++) {
      day = day.plusDays(1);
      record(day, day);
      closeDay(day);
    }
    assertThat(track("A").anchor().through()).isEqualTo(anchored.plusDays(6));
    assertThat(figures("A")).isEqualTo(readAtOnce(returns(FIRST, day)));
  }

  @Test
  void a_day_that_is_closed_twice_is_written_once() {
    traded("A");
    assertThat(closeDay(DAY).written()).isZero();
  }

  @Test
  void a_trade_that_comes_days_late_counts_as_if_it_had_come_in_time() {
    traded("A");
    journal("late", "A", DAY.minusDays(9) + "T15:00:00Z", "-400");
    closeDay(DAY);
    assertThat(figures("A")).isEqualTo(readAtOnce(with(DAY.minusDays(9), -400)));
  }

  @Test
  void a_row_that_is_corrected_long_after_counts_as_corrected() {
    traded("A");
    LocalDate wrong = DAY.minusDays(84);
    journal(wrong.toString(), "A", wrong + "T12:00:00Z", "-900");
    closeDay(DAY);
    List<Double> corrected = returns(FIRST, DAY);
    corrected.set(weekdays(FIRST, wrong).size() - 1, -900 / 10_000.0);
    assertThat(figures("A")).isEqualTo(readAtOnce(corrected));
  }

  @Test
  void a_strategy_that_never_trades_is_undecided_and_never_disproved() {
    traded("A", "idle");
    closeDay(DAY.plusDays(1));
    assertThat(figures("idle").word()).isEqualTo(EvidenceWord.UNDECIDED);
    assertThat(figures("idle").days()).isZero();
    assertThat(figures("idle").detection()).isZero();
  }

  @Test
  void under_other_settings_it_is_read_anew() {
    traded("A");
    stage.configure(TENANT, Map.of("evidence", Map.of("prior_mean", "-0.5")));
    closeDay(DAY);
    EvidenceConfig sceptical = EvidenceConfig.of(Fields.of("", Map.of("prior_mean", "-0.5")));
    assertThat(figures("A")).isEqualTo(readAtOnce(sceptical, returns(FIRST, DAY)));
  }

  /** Strategies of which A has a past that came all at once, and the day closed after it. */
  private void traded(String... strategies) {
    tenant(Map.of(), strategies);
    closeDay(DAY.minusDays(1));
    record(FIRST, DAY);
    closeDay(DAY);
  }

  /** Closes a day at whose end nothing was open. */
  private CloseDay.Closing closeDay(LocalDate day) {
    Instant end = PeriodRows.endOf(day);
    BigDecimal equity = new BigDecimal("10000");
    stage.report(
        TENANT,
        new AccountSnapshot("main", equity, equity, List.of(), end),
        new DayEquity(day.plusDays(1), equity, BigDecimal.ZERO, equity));
    return close(day, end.plusSeconds(600));
  }

  /** A trade at noon of every weekday. */
  private void record(LocalDate from, LocalDate to) {
    weekdays(from, to)
        .forEach(
            day -> journal(day.toString(), "A", day + "T12:00:00Z", String.valueOf(earned(day))));
  }

  private static int earned(LocalDate day) {
    return (int) Math.floorMod(day.toEpochDay() * 37, 101L) - 45;
  }

  private static List<LocalDate> weekdays(LocalDate from, LocalDate to) {
    return from.datesUntil(to.plusDays(1))
        .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
        .toList();
  }

  private static List<Double> returns(LocalDate from, LocalDate to) {
    return new ArrayList<>(weekdays(from, to).stream().map(day -> earned(day) / 10_000.0).toList());
  }

  private static List<Double> with(LocalDate day, int more) {
    List<Double> returns = returns(FIRST, DAY);
    returns.set(weekdays(FIRST, day).size() - 1, (earned(day) + more) / 10_000.0);
    return returns;
  }

  private static EvidenceFigures readAtOnce(List<Double> returns) {
    return readAtOnce(EvidenceConfig.DEFAULTS, returns);
  }

  private static EvidenceFigures readAtOnce(EvidenceConfig config, List<Double> returns) {
    StrategyEvidence evidence = new StrategyEvidence(config);
    return evidence.figures(evidence.of(returns));
  }

  private EvidenceTrack track(String strategy) {
    return closedDays().evidence().track(new StrategyId(strategy)).orElseThrow();
  }

  private EvidenceFigures figures(String strategy) {
    return track(strategy).opinion().figures();
  }
}
