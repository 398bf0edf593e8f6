package dev.maestro.engine.claim.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.capital.intent.FilledSoFar;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.UnreadableValueException;
import dev.maestro.engine.number.Money;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExecutorBodyTest {
  private static final Nonce NONCE = new Nonce("n1");

  @Test
  void a_claim_is_the_callers_whatever_it_says() {
    Fields body = Fields.of("", Map.of("nonce", "n1", "token", Bodies.TOKEN));

    assertThat(body.<LedgerCommand>wholly(in -> ExecutorBody.claim(in, "bot")))
        .isEqualTo(new LedgerCommand.Claim(NONCE, "bot", Bodies.TOKEN));
    assertThat(
            fault(
                () ->
                    Bodies.with(Map.of("nonce", "n1", "token", Bodies.TOKEN), "executor", "paper")
                        .wholly(in -> ExecutorBody.claim(in, "bot"))))
        .hasMessage("executor is not a known name: use one of nonce, token");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "short",
        "123456789012345678901",
        "0123456789abcdef0123456789abcde",
        "with spaces in it, but long enough",
        "cDVfNnk3TmVQWlJhYjNRdw/+"
      })
  void a_token_of_less_than_128_bits_is_refused_and_not_repeated(String token) {
    Fields body = Fields.of("", Map.of("nonce", "n1", "token", token));

    assertThat(fault(() -> ExecutorBody.claim(body, "bot")))
        .hasMessageStartingWith("token must be the caller's own, at least 128 random bits")
        .hasMessageEndingWith("got '" + token.length() + " characters'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cDVfNnk3TmVQWlJhYjNRdw",
        "cDVfNnk3TmVQWlJhYjNRdw==",
        "0123456789abcdef0123456789abcdef",
        "mVw8dJkQ0yXo3cGmH6v1sFzWq5N4bT9uRkEaLpYx7Ci"
      })
  void a_token_of_128_bits_is_taken(String token) {
    assertThatCode(
            () -> ExecutorBody.claim(Fields.of("", Map.of("nonce", "n1", "token", token)), "bot"))
        .doesNotThrowAnyException();
  }

  @Test
  void a_report_is_read_field_by_field() {
    assertThat(
            Fields.of("", Bodies.report())
                .<LedgerCommand>wholly(in -> ExecutorBody.report(in, NONCE)))
        .isEqualTo(
            new LedgerCommand.Report(
                NONCE,
                Bodies.TOKEN,
                Optional.of(
                    new FilledSoFar(Quantity.of("1.5"), Money.of("150.25"), Money.of("0.1"))),
                Instant.parse("2026-03-02T15:00:00Z"),
                true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "filled_quantity | -1 | filled_quantity must be 0 or more, got '-1'",
        "filled_quantity | NaN | filled_quantity must be a quantity with at most 10 places, got"
            + " 'NaN'",
        "filled_quantity | 1.00000000001 | filled_quantity must be a quantity with at most 10"
            + " places, got '1.00000000001'",
        "filled_quantity | 0 | filled_notional must be 0 while filled_quantity is 0, got"
            + " '150.25'",
        "filled_notional | -0.01 | filled_notional must be 0 or more, got '-0.01'",
        "filled_notional | 0 | filled_notional must be above 0 where filled_quantity is, got"
            + " '0'",
        "filled_notional | 1.00001 | filled_notional must be an amount with at most 4 places, got"
            + " '1.00001'",
        "filled_notional | Infinity | filled_notional must be an amount with at most 4 places, got"
            + " 'Infinity'",
        "filled_notional | 1e15 | filled_notional must be an amount with at most 4 places, got"
            + " '1e15'",
        "fees | 150.26 | fees must be at most filled_notional in size, got '150.26'",
        "fees | -150.26 | fees must be at most filled_notional in size, got '-150.26'",
        "filled_at | yesterday | filled_at must be a time like 2026-01-31T16:00:00Z, got"
            + " 'yesterday'",
        "final | yes | final must be true or false, got 'yes'",
        "filed_at | x | filed_at is not a known name: did you mean filled_at?",
      })
  void what_cannot_be_read_of_a_report_is_named_with_its_mend(
      String field, String value, String message) {
    UnreadableValueException fault =
        fault(
            () ->
                Bodies.with(Bodies.report(), field, value)
                    .wholly(in -> ExecutorBody.report(in, NONCE)));

    assertThat(fault).hasMessage(message);
    assertThat(message).startsWith(fault.field());
  }

  @ParameterizedTest
  @ValueSource(strings = {"token", "filled_quantity", "filled_notional", "fees", "filled_at"})
  void what_a_report_leaves_out_is_not_nothing(String field) {
    UnreadableValueException fault =
        fault(() -> ExecutorBody.report(Bodies.without(Bodies.report(), field), NONCE));

    assertThat(fault.field()).isEqualTo(field);
    assertThat(fault).hasMessageStartingWith(field + " is missing and must be ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id | a/b | id",
        "id | __x__ | id",
        "strategy | a b | strategy",
        "symbol | $ | symbol",
        "side | HOLD | side",
        "quantity | -3 | quantity",
        "notional | x | notional",
        "closed_at | 12 | closed_at"
      })
  void what_cannot_be_read_of_a_close_is_named(String field, String value, String named) {
    assertThat(
            fault(() -> ExecutorBody.close(Bodies.with(Bodies.close(), field, value), "bot"))
                .field())
        .isEqualTo(named);
  }

  @Test
  void a_close_may_be_of_nobodys_holding() {
    assertThat(
            ExecutorBody.close(Bodies.with(Bodies.close(), "strategy", ""), "bot")
                .key()
                .holder()
                .isNobody())
        .isTrue();
  }

  private static UnreadableValueException fault(ThrowingCallable call) {
    return catchThrowableOfType(UnreadableValueException.class, call);
  }
}
