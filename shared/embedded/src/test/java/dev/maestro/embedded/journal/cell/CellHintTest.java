package dev.maestro.embedded.journal.cell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.journal.TradeField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A cell that cannot be read is refused with what it looks like and the mend. */
class CellHintTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,5 | --decimal-comma",
        "-1.234,56 | --decimal-comma",
        "1,234 | --decimal-comma if it is the first, remove the comma if the second",
        "1,234,567.80 | between thousands",
        "1 234.5 | blank between thousands",
        "\u22125 | a dash",
        "\u20135.20 | a dash",
        "12\u00a0345 | a blank of a special kind",
        "(5) | in brackets",
        "5.20- | stands behind",
        "5 % | a percentage",
        "$5.20 | sign of a currency",
        "5.20 USDT | a unit",
        "NaN | had no number",
        "#N/A | had no number",
        "TRUE | a yes or no"
      })
  void a_number_that_is_none_is_named_with_its_mend(String cell, String hint) {
    assertThat(CellHint.of(TradeField.REALIZED_PNL, cell)).contains(hint);
    assertThat(CellHint.of(TradeField.QUANTITY, cell)).contains(hint);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "45291.5 | yyyy-mm-dd hh:mm:ss",
        "45291 | the number of a date in a spreadsheet",
        "2025-01-05 10:00:00 | --zone",
        "2025-01-05T10:00 | --zone",
        "2025-01-05 | counts from 00:00",
        "05.01.25 10:00 | day and month",
        "1/5/2025 | day and month",
        "2025.01.05 10:00 | with hyphens",
        "1735689600 | Unix seconds",
        "1735689600000 | Unix milliseconds",
        "10:05:33 | without its date"
      })
  void a_time_that_is_none_is_named_with_its_mend(String cell, String hint) {
    assertThat(CellHint.of(TradeField.CLOSED_AT, cell)).contains(hint);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "-1.5", "+0.25", "1e3", "1234567.8"})
  void a_good_number_has_no_hint(String cell) {
    assertThat(CellHint.of(TradeField.REALIZED_PNL, cell)).isEmpty();
  }

  @Test
  void what_nobody_knows_has_no_hint() {
    assertThat(CellHint.of(TradeField.CLOSED_AT, "soon")).isEmpty();
    assertThat(CellHint.of(TradeField.QUANTITY, "many")).isEmpty();
    assertThat(CellHint.of(TradeField.AGENT_ID, "1,5")).isEmpty();
  }
}
