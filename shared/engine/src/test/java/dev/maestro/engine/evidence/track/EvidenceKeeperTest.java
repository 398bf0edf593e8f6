package dev.maestro.engine.evidence.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.maestro.engine.evidence.EvidenceConfig;
import dev.maestro.engine.evidence.EvidenceFigures;
import dev.maestro.engine.evidence.claim.EvidenceWord;
import dev.maestro.engine.evidence.neutral.BenchmarkCloses;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.name.Symbol;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EvidenceKeeperTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final EvidenceKeeper KEEPER =
      new EvidenceKeeper(EvidenceConfig.DEFAULTS, Optional.empty());

  @Test
  void what_is_stored_and_read_goes_on_the_same() {
    EvidenceTrack track = whole(KEEPER, swinging(80, 0.001), "m1");
    EvidenceTrack read =
        EvidenceTrackForm.FORM.read(Fields.of("", EvidenceTrackForm.FORM.write(track)));
    assertThat(read).isEqualTo(track);
  }

  @Test
  void days_without_exposure_change_nothing_however_many_pass() {
    EvidenceTrack track = whole(KEEPER, swinging(60, 0.001), "m1");
    LocalDate later = FIRST.plusDays(400);
    EvidenceTrack idle =
        KEEPER.next(
            Optional.of(track),
            Optional.of(track.anchor()),
            after(track.anchor(), swinging(60, 0.001)),
            "m1",
            new EvidenceKeeper.Closing(later, later.minusDays(35), "past", false));
    assertThat(idle.opinion()).isEqualTo(track.opinion());
  }

  @Test
  void a_new_version_begins_its_words_anew_and_keeps_half_of_what_was_believed() {
    List<ExposedDay> dead = swinging(200, -0.004);
    EvidenceTrack disproved = whole(KEEPER, dead, "m1");
    assertThat(figures(disproved).word()).isEqualTo(EvidenceWord.DISPROVED);
    EvidenceTrack renewed = next(KEEPER, disproved, dead, "m2");
    assertThat(figures(renewed).word()).isEqualTo(EvidenceWord.UNDECIDED);
    assertThat(figures(renewed).detection()).isZero();
    assertThat(figures(renewed).expectedSharpe())
        .isBetween(figures(disproved).expectedSharpe(), -0.5 + 0.01);
    EvidenceTrack settled = next(KEEPER, renewed, dead, "m2");
    assertThat(settled.versionSince()).isEqualTo(renewed.versionSince()).isPresent();
    assertThat(figures(settled)).as("the change counts once").isEqualTo(figures(renewed));
  }

  @Test
  void without_its_anchor_a_track_is_read_anew_and_its_version_is_as_old_as_it_was() {
    List<ExposedDay> dead = swinging(200, -0.004);
    EvidenceTrack renewed = next(KEEPER, whole(KEEPER, dead, "m1"), dead, "m2");
    EvidenceTrack anew =
        KEEPER.next(Optional.of(renewed), Optional.empty(), dead, "m2", closing(231));
    assertThat(figures(anew).word()).isEqualTo(EvidenceWord.UNDECIDED);
    assertThat(figures(anew).expectedSharpe())
        .isCloseTo(figures(renewed).expectedSharpe(), within(1e-12));
  }

  @Test
  void what_the_market_did_is_taken_off_once_forty_days_are_known() {
    List<ExposedDay> riding = new ArrayList<>();
    SortedMap<LocalDate, Double> closes = new TreeMap<>();
    double close = 100;
    closes.put(FIRST.minusDays(1), close);
    for (int i = 0; i < 59; i++) {
      double market = 0.003 + (i % 2 == 0 ? 0.01 : -0.01);
      close *= 1 + market;
      closes.put(FIRST.plusDays(i), close);
      riding.add(new ExposedDay(FIRST.plusDays(i), 1.5 * market));
    }
    BenchmarkCloses benchmark = new BenchmarkCloses(new Symbol("SPY"), closes);
    EvidenceConfig neutral = EvidenceConfig.of(Fields.of("", Map.of("neutral", true)));
    double itself = figures(whole(KEEPER, riding, "")).expectedSharpe();
    double left =
        figures(whole(new EvidenceKeeper(neutral, Optional.of(benchmark)), riding, ""))
            .expectedSharpe();
    assertThat(left).isLessThan(itself - 0.1);
    assertThat(
            figures(whole(new EvidenceKeeper(neutral, Optional.empty()), riding, ""))
                .expectedSharpe())
        .as("without a benchmark nothing is taken off")
        .isEqualTo(itself);
  }

  @Test
  void where_the_benchmark_has_a_hole_a_gain_is_no_evidence_and_a_loss_is() {
    SortedMap<LocalDate, Double> closes = new TreeMap<>();
    for (int i = -1; i < 50; i++) {
      closes.put(FIRST.plusDays(i), 100.0 + i % 3);
    }
    EvidenceConfig neutral = EvidenceConfig.of(Fields.of("", Map.of("neutral", true)));
    EvidenceKeeper keeper =
        new EvidenceKeeper(neutral, Optional.of(new BenchmarkCloses(new Symbol("SPY"), closes)));
    List<ExposedDay> known = swinging(50, 0.001);
    int counted = figures(whole(keeper, known, "")).days();
    assertThat(figures(whole(keeper, with(known, 0.05), "")).days()).isEqualTo(counted);
    assertThat(figures(whole(keeper, with(known, -0.05), "")).days()).isEqualTo(counted + 1);
  }

  @Test
  void a_weekend_and_a_holiday_are_no_hole_and_a_week_is() {
    BenchmarkCloses closes =
        new BenchmarkCloses(
            new Symbol("SPY"),
            new TreeMap<>(
                Map.of(FIRST, 100.0, FIRST.plusDays(4), 102.0, FIRST.plusDays(9), 103.0)));
    assertThat(closes.dayReturn(FIRST.plusDays(4)).orElseThrow()).isEqualTo(0.02, within(1e-12));
    assertThat(closes.dayReturn(FIRST.plusDays(9))).isEmpty();
    assertThat(closes.dayReturn(FIRST.plusDays(5))).isEmpty();
  }

  private static List<ExposedDay> swinging(int days, double mean) {
    List<ExposedDay> swinging = new ArrayList<>();
    for (int i = 0; i < days; i++) {
      swinging.add(new ExposedDay(FIRST.plusDays(i), mean + (i % 2 == 0 ? 0.01 : -0.01)));
    }
    return swinging;
  }

  private static List<ExposedDay> with(List<ExposedDay> days, double further) {
    List<ExposedDay> all = new ArrayList<>(days);
    all.add(new ExposedDay(FIRST.plusDays(70), further));
    return all;
  }

  private static EvidenceTrack whole(EvidenceKeeper keeper, List<ExposedDay> days, String version) {
    return keeper.next(
        Optional.empty(), Optional.empty(), days, version, closing(days.size() + 30));
  }

  private static EvidenceTrack next(
      EvidenceKeeper keeper, EvidenceTrack before, List<ExposedDay> days, String version) {
    LocalDate day = before.anchor().through().plusDays(36);
    return keeper.next(
        Optional.of(before),
        Optional.of(before.anchor()),
        after(before.anchor(), days),
        version,
        new EvidenceKeeper.Closing(day, day.minusDays(35), "past", false));
  }

  private static List<ExposedDay> after(EvidenceAnchor anchor, List<ExposedDay> days) {
    return days.stream().filter(day -> day.date().isAfter(anchor.through())).toList();
  }

  private static EvidenceKeeper.Closing closing(int days) {
    LocalDate day = FIRST.plusDays(days);
    return new EvidenceKeeper.Closing(day, day.minusDays(35), "past", false);
  }

  private static EvidenceFigures figures(EvidenceTrack track) {
    return track.opinion().figures();
  }
}
