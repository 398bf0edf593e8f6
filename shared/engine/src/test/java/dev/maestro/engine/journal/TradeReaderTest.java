package dev.maestro.engine.journal;

import static dev.maestro.engine.journal.Rows.NOW;
import static dev.maestro.engine.journal.Rows.read;
import static dev.maestro.engine.journal.Rows.trade;
import static dev.maestro.engine.journal.Rows.usable;
import static dev.maestro.engine.journal.Rows.with;
import static dev.maestro.engine.journal.Rows.without;
import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.Seeds;
import dev.maestro.engine.journal.TradeReading.Open;
import dev.maestro.engine.journal.TradeReading.Rejected;
import dev.maestro.engine.name.AgentId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TradeReaderTest {
  private static final List<String> NUMBERS =
      List.of("realized_pnl", "entry_price", "quantity", "multiplier");

  @Test
  void a_complete_row_is_a_trade() {
    assertThat(trade(with("multiplier", "100")))
        .isEqualTo(
            new Trade(
                "t1",
                new AgentId("A"),
                java.time.Instant.parse("2026-01-30T10:00:00Z"),
                new BigDecimal("2"),
                new BigDecimal("50"),
                new BigDecimal("2"),
                new BigDecimal("100")));
  }

  @Test
  void fields_that_are_not_needed_may_be_anything() {
    Map<String, Object> row = usable();
    for (String field :
        List.of(
            "user_id",
            "tenant_id",
            "account_id",
            "strategy_id",
            "symbol",
            "side",
            "exit_price",
            "opened_at",
            "risk_amount",
            "nonce",
            "a_field_of_somebody_else")) {
      row.put(field, List.of("junk"));
    }
    assertThat(trade(row)).isEqualTo(trade(usable()));
  }

  @Test
  void the_agent_is_trimmed() {
    assertThat(trade(with("agent_id", "  Whale Flow\t")).agentId()).hasToString("Whale Flow");
  }

  static Stream<Object> noAgents() {
    return Stream.of("", " ", "\t\n", 7, 7.5, true, List.of("A"), Map.of("A", 1));
  }

  @ParameterizedTest
  @MethodSource("noAgents")
  void an_agent_that_is_no_text_is_missing(Object agent) {
    assertThat(reasonOf(with("agent_id", agent))).isEqualTo("MISSING_AGENT");
  }

  @Test
  void an_absent_agent_is_missing() {
    assertThat(reasonOf(without("agent_id"))).isEqualTo("MISSING_AGENT");
  }

  @Test
  void the_document_id_stands_in_for_the_trade_id() {
    assertThat(trade(without("trade_id")).tradeId()).isEqualTo("doc-7");
    assertThat(trade(with("trade_id", " ")).tradeId()).isEqualTo("doc-7");
    assertThat(trade(with("trade_id", " t9 ")).tradeId()).isEqualTo("t9");
    assertThat(trade(with("trade_id", 12)).tradeId()).isEqualTo("12");
  }

  @Test
  void a_rejection_carries_the_id_of_its_trade() {
    assertThat(read(with("quantity", "x")))
        .isEqualTo(new Rejected("t1", RejectReason.BAD_NUMBER_QUANTITY));
    Map<String, Object> row = with("quantity", "x");
    row.remove("trade_id");
    assertThat(read(row)).isEqualTo(new Rejected("doc-7", RejectReason.BAD_NUMBER_QUANTITY));
  }

  @Test
  void a_trade_without_closed_at_is_open_whatever_else_is_wrong_with_it() {
    assertThat(read(without("closed_at"))).isEqualTo(new Open("t1"));
    assertThat(read(Map.of())).isEqualTo(new Open("doc-7"));
    Map<String, Object> row = without("closed_at");
    NUMBERS.forEach(field -> row.put(field, "junk"));
    row.remove("agent_id");
    assertThat(read(row)).isEqualTo(new Open("t1"));
    Map<String, Object> nullRow = usable();
    nullRow.replaceAll((field, value) -> field.equals("closed_at") ? nothing() : value);
    assertThat(read(nullRow)).isEqualTo(new Open("t1"));
  }

  @Test
  void an_absent_multiplier_is_one() {
    assertThat(trade(usable()).multiplier()).isEqualTo(BigDecimal.ONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"realized_pnl", "entry_price", "quantity"})
  void the_other_numbers_are_required(String field) {
    assertThat(reasonOf(without(field))).isEqualTo("BAD_NUMBER:" + field);
  }

  static Stream<Arguments> badNumbers() {
    List<Object> values =
        List.of(
            "",
            " ",
            "NaN",
            "Infinity",
            "0x10",
            "1,000",
            "1_000",
            "$5",
            "true",
            "null",
            "１２",
            "1e15",
            "0.0000000000000000000000000000001",
            "1e999999999",
            "9".repeat(10_000),
            true,
            false,
            List.of(5),
            Map.of("v", 5),
            Double.NaN,
            Double.POSITIVE_INFINITY,
            1e15);
    return NUMBERS.stream()
        .flatMap(field -> values.stream().map(value -> Arguments.of(field, value)));
  }

  @ParameterizedTest
  @MethodSource("badNumbers")
  void what_is_no_number_is_named_by_its_field(String field, Object value) {
    assertThat(reasonOf(with(field, value))).isEqualTo("BAD_NUMBER:" + field);
  }

  static Stream<Arguments> noCapital() {
    return Stream.of(
        Arguments.of("entry_price", "0"),
        Arguments.of("entry_price", "-0.0"),
        Arguments.of("entry_price", "-50"),
        Arguments.of("quantity", "0"),
        Arguments.of("quantity", 0.0),
        Arguments.of("quantity", "0e5"),
        Arguments.of("multiplier", "0"),
        Arguments.of("multiplier", "-100"));
  }

  @ParameterizedTest
  @MethodSource("noCapital")
  void a_trade_without_capital_has_no_return(String field, Object value) {
    assertThat(reasonOf(with(field, value))).isEqualTo("ZERO_CAPITAL");
  }

  @Test
  void a_short_has_capital() {
    assertThat(trade(with("quantity", "-2")).quantity()).isEqualTo("-2");
  }

  @Test
  void a_trade_may_be_closed_up_to_five_minutes_in_the_future() {
    assertThat(trade(with("closed_at", NOW.plusSeconds(300))).closedAt())
        .isEqualTo(NOW.plusSeconds(300));
    assertThat(trade(with("closed_at", "2026-01-31T16:05:00Z")).closedAt())
        .isEqualTo(NOW.plusSeconds(300));
    assertThat(reasonOf(with("closed_at", NOW.plusSeconds(300).plusNanos(1))))
        .isEqualTo("CLOSED_IN_FUTURE");
    assertThat(reasonOf(with("closed_at", "9999-12-31T23:59:59Z"))).isEqualTo("CLOSED_IN_FUTURE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"__x__", " ____ ", "__\n__"})
  void a_stored_trade_needs_a_name_that_a_field_can_have(String agent) {
    Map<String, Object> row = with("agent_id", agent);
    row.put("quantity", "x");
    assertThat(TradeReader.readStored(RawTrade.of(row), "d1", NOW))
        .isEqualTo(new Rejected("d1", RejectReason.MISSING_AGENT));
    assertThat(reasonOf(row)).isEqualTo("BAD_NUMBER:quantity");
    row.remove("closed_at");
    assertThat(TradeReader.readStored(RawTrade.of(row), "d1", NOW)).isInstanceOf(Open.class);
  }

  @Test
  void the_first_reason_that_applies_is_the_one_that_is_named() {
    Map<String, Object> row = usable();
    row.put("agent_id", " ");
    row.put("closed_at", "yesterday");
    NUMBERS.forEach(field -> row.put(field, "x"));
    assertThat(reasonOf(row)).isEqualTo("MISSING_AGENT");
    row.put("agent_id", "A");
    assertThat(reasonOf(row)).isEqualTo("BAD_TIME:closed_at");
    row.put("closed_at", "2027-01-01T00:00:00Z");
    for (String field : NUMBERS) {
      assertThat(reasonOf(row)).isEqualTo("BAD_NUMBER:" + field);
      row.put(field, field.equals("quantity") ? "0" : "1");
    }
    assertThat(reasonOf(row)).isEqualTo("ZERO_CAPITAL");
    row.put("quantity", "1");
    assertThat(reasonOf(row)).isEqualTo("CLOSED_IN_FUTURE");
    row.put("closed_at", "2026-01-01T00:00:00Z");
    assertThat(trade(row).tradeId()).isEqualTo("t1");
  }

  @Test
  void the_reasons_apply_in_their_order_whatever_is_broken_together() {
    Seeds.forEach(
        random -> {
          Map<String, Object> row = usable();
          String expected = "";
          if (random.nextBoolean()) {
            row.put("closed_at", "2027-01-01T00:00:00Z");
            expected = "CLOSED_IN_FUTURE";
          }
          if (random.nextBoolean()) {
            row.put("entry_price", "-1");
            expected = "ZERO_CAPITAL";
          }
          for (int i = NUMBERS.size() - 1; i >= 0; i--) {
            if (random.nextInt(3) == 0) {
              row.put(NUMBERS.get(i), "x");
              expected = "BAD_NUMBER:" + NUMBERS.get(i);
            }
          }
          if (random.nextInt(3) == 0) {
            row.put("closed_at", "2026-01-01");
            expected = "BAD_TIME:closed_at";
          }
          if (random.nextInt(3) == 0) {
            row.remove("agent_id");
            expected = "MISSING_AGENT";
          }
          String found = read(row) instanceof Rejected rejected ? rejected.reason().code() : "";
          assertThat(found).as(row.toString()).isEqualTo(expected);
        });
  }

  @ParameterizedTest
  @EnumSource(RejectReason.class)
  void every_reason_says_what_to_do_about_it(RejectReason reason) {
    assertThat(reason.code()).matches("[A-Z_]+(:[a-z_]+)?");
    assertThat(reason.code().replace(':', '_')).isEqualToIgnoringCase(reason.name());
    assertThat(reason.mend()).isNotBlank();
  }

  @ParameterizedTest
  @EnumSource(TradeField.class)
  void fields_are_stored_under_their_own_names(TradeField field) {
    assertThat(field.key()).isEqualTo(field.name().toLowerCase(java.util.Locale.ROOT));
  }

  @SuppressWarnings("NullAway")
  private static Object nothing() {
    return null;
  }

  private static String reasonOf(Map<String, ?> row) {
    assertThat(read(row)).isInstanceOf(Rejected.class);
    return ((Rejected) read(row)).reason().code();
  }
}
