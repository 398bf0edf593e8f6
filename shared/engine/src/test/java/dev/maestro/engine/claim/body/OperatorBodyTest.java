package dev.maestro.engine.claim.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.control.TradingControl;
import dev.maestro.engine.control.TradingState;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.UnreadableValueException;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperatorBodyTest {
  private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");
  private static final Map<String, Object> SPLIT =
      Map.of("symbol", "AAPL", "factor", "4", "reason", "four for one");
  private static final Map<String, Object> ASSIGN =
      Map.of(
          "symbol",
          "AAPL",
          "strategy",
          "trend",
          "agent",
          "trend",
          "quantity",
          5L,
          "reason",
          "ours");

  @ParameterizedTest
  @ValueSource(strings = {"", "  "})
  void a_resume_without_a_reason_is_refused_and_a_halt_is_not(String reason) {
    assertThat(fault(Map.of("state", "ACTIVE", "reason", reason), OperatorBodyTest::control))
        .isEqualTo("reason");
    assertThat(fault(Map.of("state", "ACTIVE"), OperatorBodyTest::control)).isEqualTo("reason");
    assertThat(control(Fields.of("", Map.of("state", "halted", "reason", reason))).state())
        .isEqualTo(TradingState.HALTED);
  }

  @Test
  void flatten_goes_with_reducing_alone() {
    assertThat(control(Fields.of("", Map.of("state", "REDUCING", "flatten", true))).isFlattening())
        .isTrue();
    for (String state : new String[] {"HALTED", "ACTIVE"}) {
      assertThat(
              fault(
                  Map.of("state", state, "flatten", true, "reason", "x"),
                  OperatorBodyTest::control))
          .isEqualTo("flatten");
    }
  }

  @ParameterizedTest
  @EnumSource(TradingState.class)
  void a_state_that_is_none_throws_no_switch(TradingState state) {
    assertThat(fault(Map.of("state", state.name() + "X"), OperatorBodyTest::control))
        .isEqualTo("state");
  }

  @Test
  void a_reason_is_short_enough_for_every_screen_and_a_halt_is_never_refused_for_it() {
    String epic = "x".repeat(501);
    assertThat(fault(Map.of("state", "ACTIVE", "reason", epic), OperatorBodyTest::control))
        .isEqualTo("reason");
    assertThat(control(Fields.of("", Map.of("state", "HALTED", "reason", epic))).reason())
        .hasSize(500);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "NaN", "x"})
  void a_factor_or_a_quantity_is_above_0(String number) {
    assertThat(fault(SPLIT, "factor", number, body -> OperatorBody.split(body, "ann")))
        .isEqualTo("factor");
    assertThat(fault(ASSIGN, "quantity", number, body -> OperatorBody.assign(body, "ann")))
        .isEqualTo("quantity");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0009", "1000.1", "1e9"})
  void no_company_splits_so_far(String factor) {
    assertThat(fault(SPLIT, "factor", factor, body -> OperatorBody.split(body, "ann")))
        .isEqualTo("factor");
  }

  @Test
  void nothing_is_assigned_to_nobody_and_nobody_is_rearmed() {
    assertThat(fault(ASSIGN, "strategy", "", body -> OperatorBody.assign(body, "ann")))
        .isEqualTo("strategy");
    assertThat(fault(ASSIGN, "quantity", "1.00000000001", OperatorBodyTest::assign))
        .isEqualTo("quantity");
    assertThat(
            fault(
                Map.of("strategy", "", "reason", "seen"), body -> OperatorBody.rearm(body, "ann")))
        .isEqualTo("strategy");
  }

  @Test
  void whatever_loosens_or_cannot_be_checked_needs_a_reason() {
    assertThat(fault(SPLIT, "reason", " ", body -> OperatorBody.split(body, "ann")))
        .isEqualTo("reason");
    assertThat(fault(ASSIGN, "reason", " ", OperatorBodyTest::assign)).isEqualTo("reason");
    assertThat(fault(Map.of("strategy", "trend"), body -> OperatorBody.rearm(body, "ann")))
        .isEqualTo("reason");
    Map<String, Object> resolve = Bodies.report();
    resolve.remove("token");
    resolve.remove("final");
    assertThat(fault(resolve, body -> OperatorBody.resolve(body, new Nonce("n1"), "ann")))
        .isEqualTo("reason");
  }

  private static Object assign(Fields body) {
    return OperatorBody.assign(body, "ann");
  }

  private static TradingControl control(Fields body) {
    return body.wholly(in -> OperatorBody.control(in, "ann", NOW));
  }

  private static String fault(
      Map<String, Object> body, String name, Object value, Function<Fields, ?> reader) {
    return field(Bodies.with(body, name, value), reader);
  }

  private static String fault(Map<String, Object> body, Function<Fields, ?> reader) {
    return field(Fields.of("", body), reader);
  }

  private static String field(Fields body, Function<Fields, ?> reader) {
    return catchThrowableOfType(UnreadableValueException.class, () -> reader.apply(body)).field();
  }
}
