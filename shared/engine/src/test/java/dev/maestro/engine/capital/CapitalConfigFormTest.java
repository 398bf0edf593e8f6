package dev.maestro.engine.capital;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.engine.form.Fields;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapitalConfigFormTest {
  @ParameterizedTest
  @CsvSource({
    "overfill_tolerance, 1.01",
    "overfill_tolerance, -0.01",
    "price_collar_pct, 100.1",
    "account_max_age, 86401",
    "claim_within, 0",
    "report_within, 1000000000"
  })
  void a_limit_that_limits_nothing_is_refused_by_its_name(String name, String value) {
    assertThatThrownBy(() -> read(name, value)).hasMessageContaining(name);
  }

  @Test
  void the_widest_limits_are_taken() {
    assertThat(read("overfill_tolerance", "1").sizing().overfillFactor()).isEqualByComparingTo("2");
    assertThat(read("account_max_age", "86400").times().accountMaxAge()).hasDays(1);
  }

  private static CapitalConfig read(String name, String value) {
    return CapitalConfigForm.FORM.read(Fields.of("capital", Map.of(name, value)));
  }
}
