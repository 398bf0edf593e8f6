package dev.maestro.cli.eval.capital;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.cli.JsonText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code eval sizing} and {@code eval ledger} refuse. */
class CapitalEvalTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | equity is missing",
        "{\"equity\": \"1.23456\"} | equity must be an amount with at most 4 places",
        "{\"equity\": 1, \"available\": 1} | side is missing",
      })
  void an_error_of_sizing_names_the_field_and_the_rule(String input, String error) {
    assertThatThrownBy(() -> JsonText.fields(input).wholly(SizingEval::evaluate))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(error);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | steps is missing",
        "{\"config\": {\"patience\": 1}, \"steps\": []} | patience is not a known name",
        "{\"config\": {\"max_open\": 501}, \"steps\": []} | max_open must be from 1 to 500, got"
            + " 501",
        "{\"steps\": [{}]} | op is missing",
        "{\"steps\": [{\"op\": \"buy\"}]} | op must be one of reserve, exit, claim",
        "{\"steps\": [{\"op\": \"settle\"}]} | at is missing",
      })
  void an_error_of_the_ledger_does_so_too(String input, String error) {
    assertThatThrownBy(() -> JsonText.fields(input).wholly(LedgerEval::evaluate))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(error);
  }
}
