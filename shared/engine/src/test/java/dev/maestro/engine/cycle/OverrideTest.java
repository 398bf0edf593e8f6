package dev.maestro.engine.cycle;

import static dev.maestro.engine.signal.Spoken.action;
import static dev.maestro.engine.signal.Spoken.buy;
import static dev.maestro.engine.signal.Spoken.sell;
import static dev.maestro.engine.signal.Spoken.shortSell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.signal.Action;
import dev.maestro.engine.signal.Signal;
import dev.maestro.engine.signal.Spoken;
import dev.maestro.engine.signal.StrategyStatus;
import dev.maestro.engine.systemic.RiskCheck;
import dev.maestro.engine.systemic.RiskInputs;
import dev.maestro.engine.systemic.SystemicConfig;
import dev.maestro.engine.throttle.mode.ThrottleMode;
import dev.maestro.engine.verdict.Cut;
import dev.maestro.engine.verdict.DecidedSignal;
import dev.maestro.engine.verdict.DecidedSignalForm;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The systemic override and the risk checks, as they meet signals in a cycle. */
class OverrideTest {
  private static final String REASON =
      "Maestro systemic risk override: 3 strategies signaling SELL";

  private record Check(String code, Supplier<BigDecimal> answer) implements RiskCheck {
    @Override
    public BigDecimal factor(Signal entry, RiskInputs inputs) {
      return answer.get();
    }
  }

  private static Scene entry() {
    return Scene.where("trend", buy("AAPL"));
  }

  private static boolean isDetected(Scene scene) {
    return Boolean.TRUE.equals(scene.run().record().fields().get("systemic_risk_detected"));
  }

  @Test
  void a_buy_becomes_a_hold_that_remembers_what_it_was() {
    DecidedSignal signal = entry().inPanic().verdictOn("trend");
    assertThat(signal.action()).isEqualTo(Action.HOLD);
    assertThat(signal.overrideReason()).contains(REASON);
    assertThat(DecidedSignalForm.RECORD.write(signal))
        .containsEntry("action", "HOLD")
        .containsEntry("original_action", "BUY")
        .containsEntry("original_allocation", new BigDecimal("0.4"))
        .containsEntry("allocation", BigDecimal.ZERO)
        .containsEntry("confidence", BigDecimal.ZERO)
        .containsEntry("override_reason", REASON)
        .containsEntry("verdict", "DENIED")
        .containsEntry("reasons", List.of("SYSTEMIC_RISK"));
    assertThat(DecidedSignalForm.RECORD.write(entry().verdictOn("trend")))
        .doesNotContainKeys("original_action", "override_reason");
  }

  @ParameterizedTest
  @EnumSource(ThrottleMode.class)
  void the_shadowed_are_overridden_too(ThrottleMode mode) {
    assertThat(entry().performs("trend", mode).inPanic().verdictOn("trend").overrideReason())
        .contains(REASON);
  }

  @Test
  void the_record_tells_the_event() {
    Scene scene = entry().with("second").says("second", buy("MSFT")).inPanic();
    String details =
        "Systemic risk threshold breached: 3 SELL signals (threshold: 3)."
            + " Overrode 2 BUY signals to HOLD.";
    CycleOutcome outcome = scene.run();
    assertThat(outcome.record().fields())
        .containsEntry("systemic_risk_detected", true)
        .containsEntry("systemic_risk_details", details)
        .containsEntry("signals_modified", Map.of("trend", REASON, "second", REASON));
    assertThat(outcome.summary()).endsWith(". " + details);
    assertThat(entry().run().record().fields())
        .containsEntry("systemic_risk_detected", false)
        .containsEntry("systemic_risk_details", null)
        .containsEntry("signals_modified", Map.of());
  }

  @Test
  void a_short_is_covered_in_the_middle_of_it() {
    DecidedSignal cover =
        Scene.where("trend", buy("AAPL")).holds("trend", "AAPL", "-4").inPanic().verdictOn("trend");
    assertThat(cover.isApproved()).isTrue();
    assertThat(cover.action()).isEqualTo(Action.BUY);
    assertThat(cover.exitQuantity()).contains(new BigDecimal("4"));
  }

  @Test
  void a_short_may_be_opened_in_the_middle_of_it() {
    DecidedSignal opening =
        Scene.where("trend", shortSell("AAPL")).mayShort("trend").inPanic().verdictOn("trend");
    assertThat(opening.isApproved()).isTrue();
    assertThat(opening.allocation()).isEqualByComparingTo("0.4");
  }

  @Test
  void sells_are_counted_before_any_gate() {
    Scene scene =
        entry()
            .with("closed", "paper", "off", "short")
            .says("closed", action("CLOSE_ALL"))
            .says("paper", sell("AAPL"))
            .performs("paper", ThrottleMode.SHADOW_MODE)
            .says("off", sell("MSFT"))
            .is("off", StrategyStatus.DISABLED)
            .under(Policies.blocked());
    assertThat(isDetected(scene)).isTrue();
  }

  @Test
  void only_fresh_signals_of_registered_strategies_count() {
    assertThat(isDetected(entry().inPanic())).isTrue();
    Scene stranger = entry().inPanic();
    stranger.strategies.remove("seller1");
    assertThat(isDetected(stranger)).isFalse();
    Scene expired = entry().with("a", "b", "c");
    expired.says("a", sell("X")).says("b", sell("X"));
    expired.says("c", sell("X").with("expires_at", Spoken.NOW));
    assertThat(isDetected(expired)).isFalse();
    Scene unreadable = entry().with("a", "b", "c");
    unreadable.says("a", sell("X")).says("b", sell("X")).says("c", sell("X").without("symbol"));
    assertThat(isDetected(unreadable)).isFalse();
  }

  @Test
  void a_strategy_that_says_sell_twice_still_counts_and_counts_once() {
    Scene twice = entry().inPanic().says("seller1", sell("SPY"));
    assertThat(isDetected(twice)).isTrue();
    Scene two = entry().with("a", "b").says("a", sell("X")).says("a", sell("Y"));
    assertThat(isDetected(two.says("b", sell("X")))).isFalse();
  }

  @Test
  void shadowed_sells_can_be_left_out_by_configuration() {
    for (Scene scene :
        List.of(
            entry().inPanic().performs("seller1", ThrottleMode.SHADOW_MODE),
            entry().inPanic().is("seller1", StrategyStatus.SHADOW),
            entry().inPanic().isUnreadable("seller1"))) {
      assertThat(isDetected(scene)).isTrue();
      scene.systemic = new SystemicConfig(3, false);
      assertThat(isDetected(scene)).isFalse();
    }
  }

  @Test
  void those_that_are_not_shadowed_count_all_the_same() {
    Scene scene = entry().inPanic();
    scene.systemic = new SystemicConfig(3, false);
    assertThat(isDetected(scene)).isTrue();
  }

  @Test
  void the_threshold_is_configuration() {
    Scene one = entry().with("a").says("a", sell("X"));
    one.systemic = new SystemicConfig(1, true);
    assertThat(one.against("trend")).containsExactly("SYSTEMIC_RISK");
    Scene four = entry().inPanic();
    four.systemic = new SystemicConfig(4, true);
    assertThat(four.against("trend")).isEmpty();
  }

  @Test
  void a_high_vix_and_one_that_is_not_known_halve_entries_after_the_throttle() {
    Map<String, Scene> scenes =
        Map.of(
            "VIX", entry().performs("trend", ThrottleMode.REDUCED).withVix("30.5"),
            "VIX_UNKNOWN", entry().performs("trend", ThrottleMode.REDUCED).withoutVix());
    scenes.forEach(
        (code, scene) -> {
          DecidedSignal signal = scene.verdictOn("trend");
          assertThat(signal.allocation()).isEqualByComparingTo("0.1");
          assertThat(signal.cuts()).extracting(Cut::code).containsExactly("REDUCED", code);
        });
    Scene shorting = Scene.where("trend", shortSell("AAPL")).mayShort("trend").withoutVix();
    assertThat(shorting.verdictOn("trend").allocation()).isEqualByComparingTo("0.2");
  }

  @Test
  void a_check_can_only_tighten() {
    for (String answer : List.of("1", "1.5", "99", "1E+999999999")) {
      Scene scene = entry();
      scene.checks.add(new Check("OWN", () -> new BigDecimal(answer)));
      assertThat(scene.verdictOn("trend").allocation()).isEqualByComparingTo("0.4");
      assertThat(scene.verdictOn("trend").cuts()).isEmpty();
    }
  }

  @Test
  void a_check_that_fails_or_answers_nonsense_leaves_nothing() {
    BigDecimal[] nothing = new BigDecimal[1];
    List<Supplier<BigDecimal>> answers =
        List.of(
            () -> nothing[0],
            () -> new BigDecimal("-3"),
            () -> BigDecimal.ZERO,
            () -> new BigDecimal("1E-999999999"),
            () -> {
              throw new IllegalStateException("no data");
            });
    for (Supplier<BigDecimal> answer : answers) {
      Scene scene = entry();
      scene.checks.add(new Check("OWN", answer));
      assertThat(scene.against("trend")).containsExactly("NO_ALLOCATION");
      assertThat(scene.verdictOn("trend").allocation()).isZero();
      Scene exit = Scene.where("trend", sell("AAPL")).holds("trend", "AAPL", "1");
      exit.checks.addAll(scene.checks);
      assertThat(exit.against("trend")).isEmpty();
    }
  }

  @Test
  void checks_cut_one_after_the_other() {
    Scene scene = entry();
    scene.checks.add(new Check("FIRST", () -> new BigDecimal("0.5")));
    scene.checks.add(new Check("SECOND", () -> new BigDecimal("0.1")));
    DecidedSignal signal = scene.verdictOn("trend");
    assertThat(signal.allocation()).isEqualByComparingTo("0.02");
    assertThat(signal.cuts()).extracting(Cut::code).containsExactly("FIRST", "SECOND");
    assertThat(signal.cuts().get(1).from()).isEqualByComparingTo("0.2");
    assertThat(signal.cuts().get(1).to()).isEqualByComparingTo("0.02");
  }
}
