package dev.maestro.engine.cycle;

import static dev.maestro.engine.signal.Spoken.action;
import static dev.maestro.engine.signal.Spoken.buy;
import static dev.maestro.engine.signal.Spoken.sell;
import static dev.maestro.engine.signal.Spoken.shortSell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.control.ControlState;
import dev.maestro.engine.control.TradingState;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.signal.Spoken;
import dev.maestro.engine.signal.StrategyStatus;
import dev.maestro.engine.throttle.ThrottleConfig;
import dev.maestro.engine.throttle.mode.ThrottleMode;
import dev.maestro.engine.verdict.DecidedSignal;
import dev.maestro.engine.verdict.DecidedSignalForm;
import dev.maestro.engine.verdict.Verdict.Outcome;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One obstacle at a time, then several. */
class ReasonsTest {
  private static Scene entry() {
    return Scene.where("trend", buy("AAPL"));
  }

  private static List<String> onlyBecauseOf(Spoken spoken) {
    return Scene.where("trend", spoken).against("trend");
  }

  @Test
  void an_entry_without_obstacles_is_approved_as_it_was_asked() {
    DecidedSignal signal = entry().verdictOn("trend");
    assertThat(signal.verdict().outcome()).isEqualTo(Outcome.APPROVED);
    assertThat(signal.isApproved()).isTrue();
    assertThat(signal.isExit()).isFalse();
    assertThat(signal.allocation()).isEqualByComparingTo("0.4");
    assertThat(signal.confidence()).isEqualByComparingTo("0.8");
    assertThat(signal.mode()).contains(ThrottleMode.ACTIVE);
    assertThat(signal.cuts()).isEmpty();
    assertThat(signal.overrideReason()).isEmpty();
  }

  @Test
  void a_hold_asks_for_nothing_whatever_stands_against_entries() {
    for (String word : List.of("HOLD", "WAIT")) {
      DecidedSignal signal =
          Scene.where("trend", action(word))
              .switchedTo(TradingState.HALTED)
              .withoutPolicy()
              .is("trend", StrategyStatus.DISABLED)
              .verdictOn("trend");
      assertThat(signal.verdict().outcome()).isEqualTo(Outcome.HOLD);
      assertThat(signal.isApproved()).isFalse();
      assertThat(signal.allocation()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = TradingState.class,
      names = {"REDUCING", "HALTED"})
  void kill_switch(TradingState state) {
    assertThat(entry().switchedTo(state).against("trend")).containsExactly("KILL_SWITCH");
    assertThat(entry().switchedTo(state).verdictOn("trend").verdict().sentence())
        .isEqualTo("Denied: " + state + ": a test.");
  }

  @Test
  void a_switch_that_cannot_be_read_keeps_entries_out() {
    Scene scene = entry();
    scene.control = ControlState.UNKNOWN;
    assertThat(scene.against("trend")).containsExactly("KILL_SWITCH");
  }

  @Test
  void policy_blocked() {
    assertThat(entry().under(Policies.blocked()).against("trend"))
        .containsExactly("POLICY_BLOCKED");
    assertThat(entry().withoutPolicy().against("trend")).containsExactly("POLICY_BLOCKED");
  }

  @Test
  void strategy_not_allowed() {
    assertThat(entry().is("trend", StrategyStatus.DISABLED).against("trend"))
        .containsExactly("STRATEGY_NOT_ALLOWED");
    assertThat(entry().selecting(Set.of("other"), Set.of()).against("trend"))
        .containsExactly("STRATEGY_NOT_ALLOWED");
    assertThat(entry().selecting(Set.of("trend"), Set.of()).against("trend")).isEmpty();
    DecidedSignal stranger = Scene.calm().says("stranger", buy("AAPL")).verdictOn("stranger");
    assertThat(stranger.verdict().codes()).containsExactly("STRATEGY_NOT_ALLOWED");
    assertThat(stranger.mode()).isEmpty();
    assertThat(stranger.allocation()).isZero();
  }

  @Test
  void symbol_not_allowed() {
    assertThat(entry().under(Policies.excluding("AAPL")).against("trend"))
        .containsExactly("SYMBOL_NOT_ALLOWED");
    assertThat(entry().under(Policies.only("MSFT")).against("trend"))
        .containsExactly("SYMBOL_NOT_ALLOWED");
    assertThat(entry().under(Policies.only("AAPL")).against("trend")).isEmpty();
  }

  @Test
  void low_confidence() {
    assertThat(entry().under(Policies.asking(0.8)).against("trend")).isEmpty();
    assertThat(entry().under(Policies.asking(0.8000001)).against("trend"))
        .containsExactly("LOW_CONFIDENCE");
    assertThat(onlyBecauseOf(buy("AAPL").with("confidence", "0.6"))).isEmpty();
    assertThat(onlyBecauseOf(buy("AAPL").with("confidence", "0.59999999999")))
        .containsExactly("LOW_CONFIDENCE");
    assertThat(onlyBecauseOf(buy("AAPL").with("confidence", 0))).containsExactly("LOW_CONFIDENCE");
  }

  @Test
  void shadow_mode() {
    Scene scene = entry().performs("trend", ThrottleMode.SHADOW_MODE);
    assertThat(scene.against("trend")).containsExactly("SHADOW_MODE");
    assertThat(scene.verdictOn("trend").allocation()).isZero();
    assertThat(entry().is("trend", StrategyStatus.SHADOW).against("trend"))
        .containsExactly("SHADOW_MODE");
  }

  @Test
  void systemic_risk() {
    assertThat(entry().inPanic().against("trend")).containsExactly("SYSTEMIC_RISK");
  }

  @Test
  void invalid_signal() {
    assertThat(onlyBecauseOf(buy("AAPL").with("action", "UP"))).containsExactly("INVALID_SIGNAL");
    assertThat(onlyBecauseOf(buy("AAPL").without("symbol"))).containsExactly("INVALID_SIGNAL");
    assertThat(onlyBecauseOf(sell("AAPL").without("symbol"))).containsExactly("INVALID_SIGNAL");
    assertThat(onlyBecauseOf(buy("AAPL").without("confidence"))).containsExactly("INVALID_SIGNAL");
    for (String field : List.of("allocation", "confidence", "price", "stop_price", "opens_short")) {
      assertThat(onlyBecauseOf(buy("AAPL").with(field, 2_000_000_000_000_000_000L)))
          .as(field)
          .containsExactly("INVALID_SIGNAL");
    }
    assertThat(onlyBecauseOf(buy("AAPL").with("allocation", 2.5)))
        .containsExactly("INVALID_SIGNAL");
    assertThat(onlyBecauseOf(buy("AAPL").with("confidence", Double.NaN)))
        .containsExactly("INVALID_SIGNAL");
  }

  @Test
  void an_error_is_named_in_the_decision() {
    DecidedSignal signal =
        Scene.where("trend", buy("AAPL").with("action", "UP")).verdictOn("trend");
    assertThat(signal.verdict().sentence())
        .isEqualTo("Denied: action must be one of BUY, SELL, HOLD, CLOSE_ALL, got 'UP'.");
    assertThat(signal.action().name()).isEqualTo("HOLD");
    assertThat(signal.allocation()).isZero();
    assertThat(signal.confidence()).isZero();
  }

  @Test
  void stale_signal() {
    assertThat(onlyBecauseOf(buy("AAPL").with("expires_at", Spoken.NOW)))
        .containsExactly("STALE_SIGNAL");
    assertThat(onlyBecauseOf(buy("AAPL").with("expires_at", Spoken.NOW.plusMillis(1)))).isEmpty();
    assertThat(entry().later(Duration.ofMinutes(10)).against("trend"))
        .containsExactly("STALE_SIGNAL");
  }

  @Test
  void stale_account() {
    Duration limit = Duration.ofMinutes(15);
    assertThat(entry().accountOf(limit).against("trend")).isEmpty();
    assertThat(entry().accountOf(limit.plusMillis(1)).against("trend"))
        .containsExactly("STALE_ACCOUNT");
    assertThat(entry().withoutAccount().against("trend")).containsExactly("STALE_ACCOUNT");
  }

  @Test
  void no_position() {
    assertThat(onlyBecauseOf(sell("AAPL"))).containsExactly("NO_POSITION");
    assertThat(onlyBecauseOf(action("CLOSE_ALL"))).containsExactly("NO_POSITION");
    assertThat(onlyBecauseOf(action("CLOSE_ALL").with("symbol", "AAPL")))
        .containsExactly("NO_POSITION");
    assertThat(onlyBecauseOf(shortSell("AAPL"))).containsExactly("NO_POSITION");
    assertThat(Scene.where("trend", sell("AAPL")).verdictOn("trend").verdict().sentence())
        .isEqualTo("Denied: the strategy holds nothing to close and may not open a short.");
    assertThat(Scene.where("trend", action("CLOSE_ALL")).verdictOn("trend").verdict().sentence())
        .isEqualTo("Denied: the strategy holds nothing to close.");
    Scene allowed = Scene.where("trend", sell("AAPL")).mayShort("trend");
    assertThat(allowed.against("trend")).containsExactly("NO_POSITION");
    assertThat(Scene.where("trend", shortSell("AAPL")).mayShort("trend").against("trend"))
        .isEmpty();
  }

  @Test
  void already_held() {
    assertThat(entry().holds("trend", "AAPL", "10").against("trend"))
        .containsExactly("ALREADY_HELD");
    assertThat(entry().inFlight("trend", "AAPL").against("trend")).containsExactly("ALREADY_HELD");
    assertThat(
            Scene.where("trend", shortSell("AAPL"))
                .mayShort("trend")
                .holds("trend", "AAPL", "-10")
                .against("trend"))
        .containsExactly("ALREADY_HELD");
    assertThat(entry().mayScaleIn("trend").holds("trend", "AAPL", "10").against("trend")).isEmpty();
    assertThat(entry().mayScaleIn("trend").inFlight("trend", "AAPL").against("trend")).isEmpty();
  }

  @Test
  void what_nobody_holds_is_no_obstacle_and_counts_as_a_position() {
    assertThat(entry().holds("", "AAPL", "10").against("trend")).isEmpty();
    Scene full = entry().under(Policies.holdingAtMost(2)).holds("", "SPY", "1");
    assertThat(full.against("trend")).isEmpty();
    assertThat(full.holds("", "MSFT", "1").against("trend")).containsExactly("MAX_POSITIONS");
  }

  @Test
  void a_ledger_that_cannot_be_read_gives_nothing_exits_included() {
    Scene scene = entry();
    scene.ledgerIsReadable = false;
    assertThat(scene.against("trend")).containsExactly("NO_CAPITAL");
    Scene exit = Scene.where("trend", sell("AAPL")).holds("trend", "AAPL", "1");
    exit.ledgerIsReadable = false;
    assertThat(exit.against("trend")).containsExactly("STALE_ACCOUNT", "NO_POSITION");
  }

  @Test
  void what_others_hold_or_other_symbols_are_no_obstacle() {
    assertThat(
            entry()
                .with("other")
                .holds("other", "AAPL", "10")
                .holds("trend", "MSFT", "10")
                .inFlight("other", "AAPL")
                .inFlight("trend", "MSFT")
                .against("trend"))
        .isEmpty();
  }

  @Test
  void no_allocation() {
    assertThat(onlyBecauseOf(buy("AAPL").without("allocation"))).containsExactly("NO_ALLOCATION");
    assertThat(onlyBecauseOf(buy("AAPL").with("allocation", 0))).containsExactly("NO_ALLOCATION");
  }

  @Test
  void no_capital() {
    Scene scene = entry();
    scene.buyingPower = "0.5";
    assertThat(scene.against("trend")).containsExactly("NO_CAPITAL");
    Scene weightless = Scene.where("other", buy("AAPL"));
    weightless.unknownWeight = BigDecimal.ZERO;
    assertThat(weightless.against("other")).containsExactly("NO_CAPITAL");
  }

  @Test
  void ledger_full() {
    Scene scene = entry().inFlight("other", "MSFT");
    scene.maxOpen = 1;
    assertThat(scene.against("trend")).containsExactly("LEDGER_FULL");
  }

  @Test
  void only_entries_that_passed_every_step_before_are_sized() {
    Scene scene = entry().switchedTo(TradingState.REDUCING);
    scene.buyingPower = "0";
    assertThat(scene.against("trend")).containsExactly("KILL_SWITCH");
    Scene exit = Scene.where("trend", sell("AAPL")).holds("trend", "AAPL", "1");
    exit.buyingPower = "0";
    assertThat(exit.against("trend")).isEmpty();
  }

  @Test
  void repeated() {
    Scene scene = entry();
    scene.knownNonces.add(new Nonce(scene.verdictOn("trend").identity().nonce()));
    assertThat(scene.against("trend")).containsExactly("REPEATED");
    Scene exit = Scene.where("trend", sell("AAPL")).holds("trend", "AAPL", "1");
    exit.knownNonces.add(new Nonce(exit.verdictOn("trend").identity().nonce()));
    assertThat(exit.against("trend")).containsExactly("REPEATED");
  }

  @Test
  void performance_unavailable() {
    assertThat(entry().isUnreadable("trend").against("trend"))
        .containsExactly("SHADOW_MODE", "PERFORMANCE_UNAVAILABLE");
    Scene missing = entry();
    missing.performance.clear();
    assertThat(missing.against("trend")).containsExactly("SHADOW_MODE", "PERFORMANCE_UNAVAILABLE");
  }

  @Test
  void every_reason_that_applies_is_listed_in_order() {
    Scene scene =
        Scene.where("trend", buy("AAPL").with("confidence", "0.1").without("allocation"))
            .switchedTo(TradingState.HALTED)
            .under(Policies.blocked())
            .is("trend", StrategyStatus.DISABLED)
            .isUnreadable("trend")
            .inPanic()
            .accountOf(Duration.ofHours(1))
            .holds("trend", "AAPL", "1");
    scene.knownNonces.add(new Nonce(scene.verdictOn("trend").identity().nonce()));
    assertThat(scene.against("trend"))
        .containsExactly(
            "KILL_SWITCH",
            "POLICY_BLOCKED",
            "STRATEGY_NOT_ALLOWED",
            "LOW_CONFIDENCE",
            "SHADOW_MODE",
            "SYSTEMIC_RISK",
            "STALE_ACCOUNT",
            "ALREADY_HELD",
            "NO_ALLOCATION",
            "REPEATED",
            "PERFORMANCE_UNAVAILABLE");
    assertThat(scene.under(Policies.excluding("AAPL")).against("trend"))
        .contains("SYMBOL_NOT_ALLOWED")
        .doesNotContain("POLICY_BLOCKED");
    assertThat(onlyBecauseOf(buy("AAPL").without("allocation").without("confidence")))
        .containsExactly("INVALID_SIGNAL", "NO_ALLOCATION");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"tr\u0435nd", "trend\u0000", "trend\n", "Trend", "trend ", "", "\u202Etrend"})
  void a_name_that_only_looks_like_a_registered_one_is_refused_and_named(String name) {
    Scene scene = entry().says(name, buy("AAPL"));
    assertThat(scene.against(name)).containsExactly("STRATEGY_NOT_ALLOWED");
    assertThat(scene.against("trend")).isEmpty();
    assertThat(scene.run().record().json()).contains(new ReferenceJson().write(name));
  }

  @Test
  void throttled_allocations_are_listed_as_cuts() {
    DecidedSignal signal = entry().performs("trend", ThrottleMode.REDUCED).verdictOn("trend");
    assertThat(signal.isApproved()).isTrue();
    assertThat(signal.allocation()).isEqualByComparingTo("0.2");
    assertThat(signal.cuts()).hasSize(1);
    assertThat(signal.cuts().get(0).code()).isEqualTo("REDUCED");
    assertThat(signal.cuts().get(0).from()).isEqualByComparingTo(new BigDecimal("0.4"));
    assertThat(signal.cuts().get(0).to()).isEqualByComparingTo(new BigDecimal("0.2"));
    assertThat(DecidedSignalForm.RECORD.write(signal))
        .containsEntry("weight_multiplier", new BigDecimal("0.5"))
        .containsEntry("original_allocation", new BigDecimal("0.4"))
        .containsEntry("shadow_mode", false);
  }

  @Test
  void probation_is_reduced_at_most() {
    Scene scene = entry().selecting(Set.of(), Set.of("trend"));
    assertThat(scene.verdictOn("trend").allocation()).isEqualByComparingTo("0.2");
    assertThat(scene.verdictOn("trend").mode()).contains(ThrottleMode.REDUCED);
    assertThat(scene.performs("trend", ThrottleMode.SHADOW_MODE).against("trend"))
        .containsExactly("SHADOW_MODE");
    assertThat(entry().selecting(Set.of("trend"), Set.of("trend")).verdictOn("trend").allocation())
        .isEqualByComparingTo("0.2");
  }

  @Test
  void thresholds_are_configuration() {
    Scene scene = entry();
    scene.throttle = ThrottleConfig.of(Fields.of("", Map.of("reduce_below", 50)));
    assertThat(scene.verdictOn("trend").mode()).contains(ThrottleMode.REDUCED);
  }
}
