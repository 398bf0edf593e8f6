package dev.maestro.engine.capital;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.control.TradingControl;
import dev.maestro.engine.control.TradingControlForm;
import dev.maestro.engine.control.TradingState;
import dev.maestro.engine.form.Fields;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TradingControlFormTest {
  private static TradingControl read(Map<String, Object> fields) {
    return TradingControlForm.FORM.read(Fields.of("", fields));
  }

  @Test
  void what_is_read_is_what_was_written() {
    TradingControl control =
        new TradingControl(
            TradingState.REDUCING, "why", "op-1", Instant.parse("2026-03-02T12:00:00Z"), 7, true);
    assertThat(read(TradingControlForm.FORM.write(control))).isEqualTo(control);
  }

  @Test
  void a_switch_that_says_no_more_than_its_state_is_of_fence_0() {
    assertThat(read(Map.of("state", "HALTED")))
        .isEqualTo(new TradingControl(TradingState.HALTED, "", "", Instant.EPOCH, 0, false));
  }

  @Test
  void a_fence_that_cannot_be_read_loosens_nothing() {
    assertThat(read(Map.of("state", "ACTIVE", "fence", "x")).state())
        .isEqualTo(TradingState.REDUCING);
    assertThat(read(Map.of("state", "ACTIVE", "fence", -1L)).state())
        .isEqualTo(TradingState.REDUCING);
    assertThat(read(Map.of("state", "HALTED", "fence", "x")).state())
        .isEqualTo(TradingState.HALTED);
  }

  @Test
  void flatten_beside_a_halt_leaves_the_halt() {
    TradingControl halted = read(Map.of("state", "HALTED", "flatten", true));
    assertThat(halted.state()).isEqualTo(TradingState.HALTED);
    assertThat(halted.isFlattening()).isFalse();
  }

  @Test
  void words_beside_the_state_may_be_of_any_type() {
    assertThat(read(Map.of("state", "ACTIVE", "by", 7L, "at", "noon", "flatten", "yes")))
        .isEqualTo(new TradingControl(TradingState.ACTIVE, "", "7", Instant.EPOCH, 0, false));
  }
}
