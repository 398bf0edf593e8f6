package dev.maestro.engine.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.engine.evidence.EvidenceConfig;
import dev.maestro.engine.evidence.EvidenceFigures;
import dev.maestro.engine.evidence.EvidenceOpinion;
import dev.maestro.engine.evidence.claim.EvidenceWord;
import dev.maestro.engine.evidence.filter.SharpeDistribution;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.throttle.mode.ThrottleMethod;
import dev.maestro.engine.throttle.mode.ThrottleMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ThrottleMethodTest {
  private static final ThrottleConfig BY_SHARPE = ThrottleConfig.DEFAULTS;
  private static final ThrottleConfig BY_EVIDENCE =
      ThrottleConfig.of(Fields.of("", Map.of("method", "EVIDENCE")));

  private static ThrottleDecision decide(
      ThrottleConfig config, List<DayResult> days, Optional<ThrottleMode> evidence) {
    return Throttle.decideInOrder(
        new PerformanceReading.Rows(days).with(evidence.map(ThrottleMethodTest::opinion)), config);
  }

  private static EvidenceOpinion opinion(ThrottleMode mode) {
    double expected =
        switch (mode) {
          case ACTIVE -> 0.62;
          case REDUCED -> 0.12;
          case SHADOW_MODE -> -0.4;
        };
    return EvidenceOpinion.of(
        new EvidenceFigures(84, expected, 0.18, mode, 2, 0, 0, 0, EvidenceWord.UNDECIDED, 0.3),
        EvidenceConfig.DEFAULTS.modes(),
        SharpeDistribution.bell(expected, 0.5));
  }

  @Test
  void by_evidence_the_expected_sharpe_ratio_decides_and_the_other_method_is_told() {
    ThrottleDecision decision =
        decide(
            BY_EVIDENCE,
            Days.callingFor(ThrottleMode.SHADOW_MODE),
            Optional.of(ThrottleMode.REDUCED));
    assertThat(decision.mode()).isEqualTo(ThrottleMode.REDUCED);
    assertThat(decision.reasoning())
        .isEqualTo(
            "Expected Sharpe 0.12 < 0.25 (18 % chance that it is negative, 84 days)."
                + " Reducing allocation by 50%.");
    assertThat(decision.other().orElseThrow().method()).isEqualTo(ThrottleMethod.SHARPE);
    assertThat(decision.other().orElseThrow().mode()).isEqualTo(ThrottleMode.SHADOW_MODE);
    assertThat(decision.evidence().orElseThrow().days()).isEqualTo(84);
  }

  @Test
  void by_sharpe_nothing_changes_and_the_evidence_is_told() {
    List<DayResult> days = Days.callingFor(ThrottleMode.SHADOW_MODE);
    ThrottleDecision decision = decide(BY_SHARPE, days, Optional.of(ThrottleMode.ACTIVE));
    assertThat(decision.mode()).isEqualTo(ThrottleMode.SHADOW_MODE);
    assertThat(decision.reasoning()).isEqualTo(Throttle.decide(days, BY_SHARPE).reasoning());
    assertThat(decision.other().orElseThrow().line())
        .startsWith("EVIDENCE: ACTIVE. Expected Sharpe 0.62 >= 0.25");
  }

  @Test
  void a_drawdown_that_is_too_deep_is_shadowed_whatever_the_evidence() {
    List<DayResult> days = Days.returning("0.01", "-0.6", "0.02", "0.01", "0.02", "0.01");
    ThrottleDecision decision = decide(BY_EVIDENCE, days, Optional.of(ThrottleMode.ACTIVE));
    assertThat(decision.mode()).isEqualTo(ThrottleMode.SHADOW_MODE);
    assertThat(decision.reasoning()).startsWith("Drawdown -60.0% <= -50.0%");
    assertThat(decision.other().orElseThrow().mode()).isEqualTo(ThrottleMode.SHADOW_MODE);
  }

  @Test
  void with_too_few_rows_it_is_a_new_strategy_whatever_the_evidence() {
    ThrottleConfig cautious =
        ThrottleConfig.of(
            Fields.of("", Map.of("method", "EVIDENCE", "new_strategy_mode", "REDUCED")));
    ThrottleDecision decision =
        decide(cautious, Days.returning("0.01", "0.02"), Optional.of(ThrottleMode.ACTIVE));
    assertThat(decision.mode()).isEqualTo(ThrottleMode.REDUCED);
    assertThat(decision.reasoning()).startsWith("Insufficient historical data");
  }

  @Test
  void days_that_are_all_alike_say_nothing_by_sharpe_and_the_evidence_still_counts() {
    List<DayResult> idle = Days.returning("0.01", "0.01", "0.01", "0.01", "0.01");
    assertThat(decide(BY_SHARPE, idle, Optional.of(ThrottleMode.SHADOW_MODE)).mode())
        .isEqualTo(ThrottleMode.ACTIVE);
    assertThat(decide(BY_EVIDENCE, idle, Optional.of(ThrottleMode.SHADOW_MODE)).mode())
        .isEqualTo(ThrottleMode.SHADOW_MODE);
  }

  @Test
  void by_evidence_without_any_nothing_is_known() {
    ThrottleDecision decision =
        decide(BY_EVIDENCE, Days.callingFor(ThrottleMode.ACTIVE), Optional.empty());
    assertThat(decision.isUnavailable()).isTrue();
    assertThat(decision.mode()).isEqualTo(ThrottleMode.SHADOW_MODE);
    assertThat(decision.reasoning()).contains("no evidence is kept of it: run snapshot");
    assertThat(decide(BY_SHARPE, Days.callingFor(ThrottleMode.ACTIVE), Optional.empty()).other())
        .isEmpty();
  }

  @Test
  void a_word_that_is_no_method_is_refused_by_name() {
    assertThatThrownBy(() -> ThrottleConfig.of(Fields.of("", Map.of("method", "LUCK"))))
        .hasMessageContaining("method must be one of")
        .hasMessageContaining("LUCK");
  }
}
