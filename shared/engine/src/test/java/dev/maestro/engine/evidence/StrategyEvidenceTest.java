package dev.maestro.engine.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.maestro.engine.Seeds;
import dev.maestro.engine.evidence.claim.ClaimState;
import dev.maestro.engine.evidence.claim.EvidenceWord;
import dev.maestro.engine.evidence.filter.FilterState;
import dev.maestro.engine.evidence.filter.SharpeDistribution;
import dev.maestro.engine.throttle.mode.ThrottleMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StrategyEvidenceTest {
  private static final StrategyEvidence EVIDENCE = new StrategyEvidence(EvidenceConfig.DEFAULTS);

  private static List<Double> returns(int days, SplittableRandom random) {
    List<Double> returns = new ArrayList<>();
    for (int day = 0; day < days; day++) {
      returns.add(0.01 * (random.nextGaussian() - 0.05));
    }
    return returns;
  }

  private static EvidenceFigures figuresOf(List<Double> returns) {
    return EVIDENCE.figures(EVIDENCE.of(returns));
  }

  @Test
  void a_strategy_that_never_trades_is_undecided_and_active() {
    EvidenceFigures figures = figuresOf(List.of());
    assertThat(figures.days()).isZero();
    assertThat(figures.expectedSharpe()).isEqualTo(0.2981530818222779, within(1e-12));
    assertThat(figures.mode()).isEqualTo(ThrottleMode.ACTIVE);
    assertThat(figures.word()).isEqualTo(EvidenceWord.UNDECIDED);
    assertThat(figures.detection()).isZero();
  }

  @Test
  void a_position_that_never_moves_is_undecided_too() {
    EvidenceFigures figures = figuresOf(Collections.nCopies(756, 0.0));
    assertThat(figures.word()).isEqualTo(EvidenceWord.UNDECIDED);
    assertThat(figures.against()).isZero();
  }

  @Test
  void one_day_is_no_record() {
    for (double day : new double[] {-1, 0, 0.01, 1e6}) {
      EvidenceFigures figures = figuresOf(List.of(day));
      assertThat(figures.days()).isOne();
      assertThat(figures.mode()).isEqualTo(ThrottleMode.ACTIVE);
      assertThat(figures.word()).isEqualTo(EvidenceWord.UNDECIDED);
    }
  }

  @Test
  void what_is_no_return_is_refused() {
    for (double none :
        new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e101}) {
      assertThatThrownBy(() -> EVIDENCE.next(EVIDENCE.start(""), none))
          .hasMessage("a day's return must be finite and at most 1e100, got " + none);
    }
  }

  @Test
  void figures_are_finite_whatever_the_returns() {
    double[] odd = {0, 1e6, -1e6, 1e100, -1e100, 1e-200, -1e-100, 0.01, -0.01};
    Seeds.forEach(
        random -> {
          EvidenceState state = EVIDENCE.start("");
          for (int day = 0; day < 100; day++) {
            state = EVIDENCE.next(state, odd[random.nextInt(odd.length)]);
          }
          EvidenceFigures figures = EVIDENCE.figures(state);
          assertThat(figures.expectedSharpe()).isBetween(-4.0, 4.0);
          assertThat(figures.against() + figures.proof() + figures.detector()).isFinite();
        });
  }

  @Test
  void a_stored_state_goes_on_as_if_nothing_had_been_stored() {
    Seeds.forEach(
        random -> {
          List<Double> returns = returns(random.nextInt(80), random);
          EvidenceState state = EVIDENCE.start("");
          for (double dayReturn : returns) {
            state = restored(EVIDENCE.next(state, dayReturn));
          }
          assertThat(state).isEqualTo(EVIDENCE.of(returns));
        });
  }

  private static EvidenceState restored(EvidenceState state) {
    FilterState filter = state.filter();
    return new EvidenceState(
        state.version(),
        new FilterState(
            SharpeDistribution.of(filter.belief().probabilities()),
            filter.rows(),
            filter.squares(),
            filter.weights()),
        state.claim(),
        state.mode(),
        state.modeChanges());
  }

  @Test
  void only_the_newest_756_days_of_a_record_count() {
    List<Double> returns = returns(900, new SplittableRandom(1));
    assertThat(EVIDENCE.of(returns)).isEqualTo(EVIDENCE.of(returns.subList(144, 900)));
    assertThat(figuresOf(returns).days()).isEqualTo(756);
  }

  @Test
  void a_new_version_begins_its_words_anew_and_its_sharpe_with_half_a_doubt() {
    EvidenceState old = EVIDENCE.of(Collections.nCopies(100, -0.01));
    assertThat(EVIDENCE.figures(old).word()).isEqualTo(EvidenceWord.DISPROVED);
    assertThat(EVIDENCE.under(old, "")).isSameAs(old);
    EvidenceState renewed = EVIDENCE.under(old, "2");
    assertThat(renewed.claim()).isEqualTo(ClaimState.START);
    assertThat(renewed.days()).isEqualTo(100);
    double expected = old.filter().belief().mean() / 2 - 0.5 / 2;
    assertThat(renewed.filter().belief().mean()).isEqualTo(expected, within(1e-3));
  }

  @Test
  void the_sentence_names_the_threshold_that_decided() {
    EvidenceFigures figures =
        new EvidenceFigures(
            84, 0.12, 0.18, ThrottleMode.REDUCED, 1, 0, 0, 0, EvidenceWord.UNDECIDED, 0);
    assertThat(EvidenceReasoning.of(figures, EvidenceConfig.DEFAULTS.modes()))
        .isEqualTo(
            "Expected Sharpe 0.12 < 0.25 (18 % chance that it is negative, 84 days)."
                + " Reducing allocation by 50%.");
  }

  @Test
  void a_mode_that_only_stays_names_the_threshold_of_leaving_it() {
    assertThat(sentence(0.3, ThrottleMode.REDUCED)).startsWith("Expected Sharpe 0.30 < 0.35 (");
    assertThat(sentence(0.1, ThrottleMode.SHADOW_MODE))
        .startsWith("Expected Sharpe 0.10 < 0.15 (")
        .endsWith("Moving to SHADOW_MODE for re-training.");
    assertThat(sentence(-0.1, ThrottleMode.SHADOW_MODE)).startsWith("Expected Sharpe -0.10 < 0 (");
    assertThat(sentence(0.26, ThrottleMode.ACTIVE))
        .startsWith("Expected Sharpe 0.26 >= 0.25 (")
        .endsWith("Full allocation maintained.");
  }

  private static String sentence(double expectedSharpe, ThrottleMode mode) {
    return EvidenceReasoning.of(
        new EvidenceFigures(84, expectedSharpe, 0.4, mode, 1, 0, 0, 0, EvidenceWord.UNDECIDED, 0),
        EvidenceConfig.DEFAULTS.modes());
  }
}
