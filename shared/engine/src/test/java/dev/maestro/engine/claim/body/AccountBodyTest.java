package dev.maestro.engine.claim.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.engine.capital.command.LedgerCommand.ShownPosition;
import dev.maestro.engine.claim.account.AccountReport;
import dev.maestro.engine.conduct.situation.AccountState;
import dev.maestro.engine.conduct.situation.AccountStateForm;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.number.Money;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountBodyTest {
  private static final Map<String, Object> POSITION =
      Map.of(
          "symbol",
          "AAPL",
          "quantity",
          "-2.5",
          "avg_price",
          "101.123456",
          "multiplier",
          10L,
          "strategy",
          "trend");

  private static Map<String, Object> account() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("equity", "100000.123456");
    body.put("buying_power", "-1.00001");
    body.put("as_of", "2026-03-02T15:00:00Z");
    body.put("positions", List.of(POSITION));
    body.put("flows_today", "250");
    body.put("executor", "bot");
    return body;
  }

  private static AccountReport read(Map<String, Object> body) {
    return Fields.of("", body).wholly(AccountBody::report);
  }

  @Test
  void what_a_broker_states_more_precisely_than_money_is_kept_is_rounded_down() {
    AccountReport report = read(account());

    assertThat(report.snapshot().equity()).contains(Money.of("100000.1234"));
    assertThat(report.snapshot().buyingPower()).contains(Money.of("-1.0001"));
    assertThat(report.fault()).isEmpty();
  }

  @Test
  void a_price_is_that_of_one_unit_of_quantity() {
    ShownPosition shown = read(account()).snapshot().positions().orElseThrow().get(0);

    assertThat(shown.price().orElseThrow()).isEqualByComparingTo("1011.23456");
    assertThat(shown.quantity().orElseThrow()).isEqualByComparingTo("-2.5");
    assertThat(shown.isValid()).isTrue();
  }

  @Test
  void cycles_read_what_is_shown_of_it_exactly() {
    AccountReport report = read(account());
    Map<String, Object> shown =
        new LinkedHashMap<>(report.shown().with("as_of", report.snapshot().asOf()).values());

    AccountState state = AccountStateForm.of("main").read(Fields.of("", shown));
    assertThat(state.snapshot().equity()).isEqualByComparingTo("100000.123456");
    assertThat(state.snapshot().positions()).hasSize(1);
    assertThat(state.flows().orElseThrow()).isEqualByComparingTo("250");
  }

  @Test
  void no_positions_are_no_empty_list_of_them() {
    Map<String, Object> without = account();
    without.remove("positions");
    Map<String, Object> empty = account();
    empty.put("positions", List.of());

    assertThat(read(without).snapshot().positions()).isEmpty();
    assertThat(read(without).shown().values()).doesNotContainKey("positions");
    assertThat(read(empty).snapshot().positions()).contains(List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "symbol, $$",
    "symbol,",
    "quantity, NaN",
    "quantity,",
    "avg_price, 0",
    "avg_price, -1",
    "avg_price,",
    "multiplier, 0",
    "multiplier, x"
  })
  void one_bad_position_makes_all_of_it_invalid_and_is_named(String field, String value) {
    Map<String, Object> bad = new LinkedHashMap<>(POSITION);
    bad.put(field, value);
    Map<String, Object> body = account();
    body.put("positions", List.of(POSITION, bad));

    AccountReport report = read(body);
    assertThat(report.fault().orElseThrow().field()).isEqualTo("positions[1]." + field);
    assertThat(report.snapshot().positions().orElseThrow())
        .extracting(ShownPosition::isValid)
        .containsExactly(true, false);
    assertThat(report.shown().values()).isEmpty();
  }

  @Test
  void what_is_no_list_of_positions_is_never_an_empty_one() {
    List<Object> broken = new ArrayList<>();
    broken.add(List.of("AAPL"));
    broken.add(Arrays.asList((Object) null));
    broken.add("none");
    broken.add(Map.of());
    broken.add(7L);
    for (Object positions : broken) {
      Map<String, Object> body = account();
      body.put("positions", positions);
      AccountReport report = read(body);
      assertThat(report.snapshot().positions().orElseThrow())
          .as("%s", positions)
          .anyMatch(shown -> !shown.isValid());
      assertThat(report.fault()).isPresent();
    }
  }

  @ParameterizedTest
  @CsvSource({"equity, NaN", "equity,", "buying_power, 1e15", "buying_power,"})
  void an_amount_that_cannot_be_read_makes_it_invalid(String field, String value) {
    Map<String, Object> body = account();
    body.put(field, value);

    AccountReport report = read(body);
    assertThat(report.fault().orElseThrow().field()).isEqualTo(field);
    assertThat(
            field.equals("equity") ? report.snapshot().equity() : report.snapshot().buyingPower())
        .isEqualTo(Optional.empty());
  }

  @Test
  void without_a_time_and_with_a_name_that_nobody_knows_it_is_no_account() {
    Map<String, Object> timeless = account();
    timeless.remove("as_of");
    Map<String, Object> misspelt = account();
    misspelt.put("positons", List.of());

    assertThatThrownBy(() -> read(timeless)).hasMessageStartingWith("as_of is missing");
    assertThatThrownBy(() -> read(misspelt)).hasMessageContaining("did you mean positions?");
  }
}
