package dev.maestro.engine.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.engine.name.Symbol;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class FormTest {
  private static final Field<Quote, Symbol> SYMBOL =
      Field.required("symbol", Kinds.SYMBOL, Quote::symbol);
  private static final Field<Quote, BigDecimal> PRICE =
      Field.required("price", Kinds.DECIMAL, Quote::price);
  private static final Field<Quote, Optional<Instant>> AT =
      Field.optional("at", Kinds.TIME, Quote::at);
  private static final Field<Quote, OptionalDouble> SPREAD =
      Field.number("spread_bps", Quote::spread);
  private static final Field<Quote, List<Long>> SIZES =
      Field.withDefault("sizes", Kinds.list(Kinds.WHOLE), List.of(), Quote::sizes);

  private static final Form<Quote> QUOTE =
      Form.of(
          "a quote",
          in -> new Quote(SYMBOL.in(in), PRICE.in(in), AT.in(in), SPREAD.in(in), SIZES.in(in)),
          List.of(SYMBOL, PRICE, AT, SPREAD, SIZES));

  private record Quote(
      Symbol symbol,
      BigDecimal price,
      Optional<Instant> at,
      OptionalDouble spread,
      List<Long> sizes) {
    Quote {
      if (price.signum() <= 0) {
        throw new IllegalArgumentException("a price is above 0");
      }
    }
  }

  @Test
  void what_is_written_is_read_as_it_was() {
    for (Quote quote :
        List.of(
            quote(Optional.of(Instant.EPOCH), OptionalDouble.of(0.25), List.of(1L, 2L)),
            quote(Optional.empty(), OptionalDouble.empty(), List.of()))) {
      assertThat(QUOTE.read(Fields.of("q", QUOTE.write(quote)))).isEqualTo(quote);
    }
  }

  @Test
  void what_is_not_there_is_written_as_null_and_never_as_a_number() {
    assertThat(QUOTE.write(quote(Optional.empty(), OptionalDouble.empty(), List.of())))
        .containsEntry("at", null)
        .containsEntry("spread_bps", null);
  }

  @Test
  void an_error_names_place_field_rule_and_value() {
    assertThatThrownBy(() -> read(Map.of("symbol", "SPY", "price", "cheap")))
        .hasMessage("quotes.json: price must be a decimal, got 'cheap'");
    assertThatThrownBy(() -> read(Map.of("symbol", "SPY")))
        .hasMessage("quotes.json: price is missing and must be a decimal");
  }

  @Test
  void a_name_that_nobody_knows_is_an_error_that_names_the_nearest() {
    assertThatThrownBy(() -> read(Map.of("symbol", "SPY", "price", 1, "spreadBps", 3)))
        .hasMessage("quotes.json: spreadBps is not a known name: did you mean spread_bps?");
    assertThat(QUOTE.open().read(Fields.of("q", Map.of("symbol", "SPY", "price", 1, "note", "x"))))
        .isNotNull();
  }

  @Test
  void an_element_that_is_null_is_no_shorter_list() {
    Map<String, Object> values = new HashMap<>(Map.of("symbol", "SPY", "price", 1));
    values.put("sizes", Arrays.asList(1, null));

    assertThatThrownBy(() -> read(values))
        .hasMessage("quotes.json: sizes[1] is missing and must be a whole number");
  }

  @Test
  void what_the_value_itself_refuses_is_unreadable() {
    assertThatThrownBy(() -> read(Map.of("symbol", "SPY", "price", 0)))
        .isInstanceOf(UnreadableValueException.class)
        .hasMessageContaining("a price is above 0");
  }

  @Test
  void a_reading_tells_absent_from_unreadable() {
    Fields fields = Fields.of("q", Map.of("n", "NaN", "m", 2));

    assertThat(fields.reading("n", Kinds.NUMBER)).isEqualTo(Reading.unreadable());
    assertThat(fields.reading("o", Kinds.NUMBER)).isEqualTo(Reading.absent());
    assertThat(fields.reading("m", Kinds.NUMBER)).isEqualTo(Reading.of(2.0));
  }

  @Test
  void what_is_no_finite_number_is_none() {
    for (Object given : List.of(Double.NaN, Double.POSITIVE_INFINITY, "1e400", true, "")) {
      assertThat(Fields.of("q", Map.of("n", given)).reading("n", Kinds.NUMBER))
          .as("%s", given)
          .isEqualTo(Reading.unreadable());
    }
  }

  private static Quote read(Map<String, Object> values) {
    return QUOTE.read(Fields.of("quotes.json", values));
  }

  private static Quote quote(Optional<Instant> at, OptionalDouble spread, List<Long> sizes) {
    return new Quote(new Symbol("spy"), new BigDecimal("412.5"), at, spread, sizes);
  }
}
