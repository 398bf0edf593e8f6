package dev.maestro.engine.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.engine.verdict.Verdict.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VerdictTest {
  @Test
  void the_codes_stand_in_the_order_of_the_specification() {
    assertThat(Stream.of(ReasonCode.values()).map(Enum::name))
        .containsExactly(
            ("KILL_SWITCH POLICY_BLOCKED STRATEGY_NOT_ALLOWED SYMBOL_NOT_ALLOWED LOW_CONFIDENCE"
                    + " SHADOW_MODE SYSTEMIC_RISK INVALID_SIGNAL STALE_SIGNAL STALE_ACCOUNT"
                    + " NO_POSITION ALREADY_HELD NO_ALLOCATION NO_PRICE PRICE_COLLAR"
                    + " SUSPENDED DRIFT NO_CAPITAL MAX_POSITIONS"
                    + " DAILY_TRADES LEDGER_FULL REPEATED PERFORMANCE_UNAVAILABLE")
                .split(" "));
  }

  @Test
  void reasons_are_listed_in_that_order_however_they_came() {
    Map<ReasonCode, String> reasons = new LinkedHashMap<>();
    reasons.put(ReasonCode.REPEATED, "again");
    reasons.put(ReasonCode.KILL_SWITCH, "halted");
    reasons.put(ReasonCode.SHADOW_MODE, "on paper");
    Verdict verdict = new Verdict(Outcome.DENIED, reasons);
    assertThat(verdict.codes()).isEqualTo(List.of("KILL_SWITCH", "SHADOW_MODE", "REPEATED"));
    assertThat(verdict.sentence()).isEqualTo("Denied: halted; on paper; again.");
  }

  @Test
  void each_outcome_has_a_sentence() {
    assertThat(new Verdict(Outcome.APPROVED, Map.of()).sentence()).isEqualTo("Approved.");
    assertThat(new Verdict(Outcome.HOLD, Map.of()).sentence()).isEqualTo("Nothing was asked.");
    assertThat(new Verdict(Outcome.HOLD, Map.of()).codes()).isEmpty();
  }

  @Test
  void exactly_a_denial_has_reasons() {
    Map<ReasonCode, String> reasons = Map.of(ReasonCode.NO_CAPITAL, "none left");
    assertThatThrownBy(() -> new Verdict(Outcome.DENIED, Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
    for (Outcome outcome : List.of(Outcome.APPROVED, Outcome.HOLD)) {
      assertThatThrownBy(() -> new Verdict(outcome, reasons))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void a_verdict_keeps_its_own_reasons() {
    Map<ReasonCode, String> reasons = new LinkedHashMap<>();
    reasons.put(ReasonCode.NO_CAPITAL, "none left");
    Verdict verdict = new Verdict(Outcome.DENIED, reasons);
    reasons.clear();
    assertThat(verdict.codes()).containsExactly("NO_CAPITAL");
    assertThatThrownBy(verdict.reasons()::clear).isInstanceOf(UnsupportedOperationException.class);
  }
}
