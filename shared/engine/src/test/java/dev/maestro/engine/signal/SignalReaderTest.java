package dev.maestro.engine.signal;

import static dev.maestro.engine.signal.Spoken.NOW;
import static dev.maestro.engine.signal.Spoken.SLOT;
import static dev.maestro.engine.signal.Spoken.action;
import static dev.maestro.engine.signal.Spoken.buy;
import static dev.maestro.engine.signal.Spoken.sell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.name.StrategyName;
import dev.maestro.engine.name.StrategyVersion;
import dev.maestro.engine.name.Symbol;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignalReaderTest {
  private static void assertUnreadable(Signal signal) {
    assertThat(signal.error()).isPresent();
    assertThat(signal.action()).isEqualTo(Action.HOLD);
    assertThat(signal.allocation()).contains(BigDecimal.ZERO);
    assertThat(signal.confidence()).contains(BigDecimal.ZERO);
    assertThat(signal.strategy()).isEqualTo(new StrategyName("trend"));
  }

  @Test
  void every_field_is_read() {
    Signal signal =
        action("sell")
            .with("symbol", " brk.b ")
            .with("asset_class", "crypto")
            .with("allocation", 0.25)
            .with("confidence", "0.75")
            .with("price", 101.5)
            .with("stop_price", "104")
            .with("opens_short", true)
            .with("quantity", 3)
            .with("reasoning", "because")
            .with("metadata", Map.of("model", "m1"))
            .with("version", " gpt-9 / prompt 7 ")
            .with("signal_id", 17)
            .with("generated_at", "2026-03-02T15:29:00+01:00")
            .with("expires_at", "2026-03-02T14:31:00Z")
            .by("trend");
    assertThat(signal)
        .isEqualTo(
            new Signal(
                new StrategyName("trend"),
                Action.SELL,
                Optional.of(new Symbol("BRK.B")),
                AssetClass.CRYPTO,
                Optional.of(new BigDecimal("0.25")),
                Optional.of(new BigDecimal("0.75")),
                Optional.of(new BigDecimal("101.5")),
                Optional.of(new BigDecimal("104")),
                true,
                Optional.of(new BigDecimal("3")),
                "because",
                Map.of("model", "m1"),
                Optional.of(new StrategyVersion("gpt-9 / prompt 7")),
                "17",
                SLOT.minusSeconds(60),
                SLOT.plusSeconds(60),
                Optional.empty(),
                Optional.empty()));
  }

  @Test
  void what_is_absent_takes_its_default() {
    Signal signal = action("HOLD").by("trend");
    assertThat(signal.symbol()).isEmpty();
    assertThat(signal.assetClass()).isEqualTo(AssetClass.EQUITY);
    assertThat(signal.allocation()).isEmpty();
    assertThat(signal.confidence()).isEmpty();
    assertThat(signal.price()).isEmpty();
    assertThat(signal.stopPrice()).isEmpty();
    assertThat(signal.opensShort()).isFalse();
    assertThat(signal.quantity()).isEmpty();
    assertThat(signal.reasoning()).isEmpty();
    assertThat(signal.metadata()).isEmpty();
    assertThat(signal.version()).isEmpty();
    assertThat(signal.generatedAt()).isEqualTo(SLOT);
    assertThat(signal.signalId()).isEqualTo(SLOT.toString());
    assertThat(signal.error()).isEmpty();
    assertThat(signal.entryError()).isEmpty();
  }

  @Test
  void null_is_absent() {
    Map<String, Object> withNulls = new HashMap<>(buy("AAPL").fields());
    for (String key : List.of("price", "stop_price", "quantity", "metadata", "version")) {
      withNulls.put(key, null);
    }
    assertThat(SignalReader.read(new StrategyName("trend"), Optional.of(withNulls), SLOT, NOW))
        .isEqualTo(buy("AAPL").by("trend"));
  }

  @ParameterizedTest
  @CsvSource({
    "BUY, BUY",
    "buy, BUY",
    "Sell, SELL",
    "hold, HOLD",
    "WAIT, HOLD",
    "wait, HOLD",
    "close_all, CLOSE_ALL",
    "' Close_All ', CLOSE_ALL"
  })
  void an_action_is_read_in_any_case(String word, Action action) {
    Signal signal = buy("AAPL").with("action", word).by("trend");
    assertThat(signal.action()).isEqualTo(action);
    assertThat(signal.error()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"aiti", "AITI", "\taiti\n"})
  void symbols_become_upper_case_in_every_language(String symbol) {
    assertThat(Locale.getDefault().getLanguage()).isEqualTo("tr");
    assertThat(sell(symbol).by("trend").symbol()).contains(new Symbol("AITI"));
    assertThat(action("close_all").by("trend").action()).isEqualTo(Action.CLOSE_ALL);
    assertThat(sell("X").with("asset_class", "equity").by("trend").error()).isEmpty();
  }

  static Stream<Object> whatIsNoSignal() {
    return Stream.of("BUY AAPL", 17, true, List.of(Map.of("action", "BUY")), List.of(), 2.5);
  }

  @ParameterizedTest
  @MethodSource("whatIsNoSignal")
  void what_is_no_object_is_a_hold_with_an_error(Object raw) {
    assertUnreadable(SignalReader.read(new StrategyName("trend"), Optional.of(raw), SLOT, NOW));
  }

  @Test
  void nothing_at_all_is_a_hold_with_an_error() {
    Signal signal = SignalReader.read(new StrategyName("trend"), Optional.empty(), SLOT, NOW);
    assertUnreadable(signal);
    assertThat(signal.error()).contains("signal must be an object, got nothing");
    assertThat(signal.signalId()).isEqualTo(SLOT.toString());
    assertThat(signal.generatedAt()).isEqualTo(SLOT);
    assertUnreadable(
        SignalReader.read(new StrategyName("trend"), Optional.of(Map.of()), SLOT, NOW));
  }

  static Stream<Spoken> unreadable() {
    List<Spoken> spoken = new ArrayList<>();
    for (Object action : List.of("", "SHORT", "BUY NOW", 1, true, List.of("BUY"), Map.of())) {
      spoken.add(buy("AAPL").with("action", action));
    }
    for (Object symbol :
        List.of("", " ", 7, List.of("AAPL"), Map.of("a", "b"), "A\u0000B", "Ä", "A".repeat(33))) {
      spoken.add(sell("AAPL").with("symbol", symbol));
      spoken.add(action("CLOSE_ALL").with("symbol", symbol));
    }
    for (String lookAlike : List.of("\u0131BM", "\u017FPY", "\uFB01", "\u0410APL", "A\u200BPL")) {
      spoken.add(sell(lookAlike));
    }
    spoken.add(action("SELL"));
    spoken.add(action("BUY"));
    for (Object quantity : List.of("many", 0, -1, "NaN", List.of(1), true)) {
      spoken.add(sell("AAPL").with("quantity", quantity));
    }
    for (Object id : List.of("", " ", "x".repeat(201), List.of("a"), Map.of("a", 1))) {
      spoken.add(sell("AAPL").with("signal_id", id));
    }
    for (Object time :
        List.of("yesterday", "2026-03-02", "2026-03-02T14:30:00", 1772462000, true)) {
      spoken.add(sell("AAPL").with("generated_at", time));
      spoken.add(sell("AAPL").with("expires_at", time));
    }
    spoken.add(sell("AAPL").with("asset_class", "BOND"));
    spoken.add(sell("AAPL").with("asset_class", List.of("EQUITY")));
    spoken.add(sell("AAPL").with("metadata", "text"));
    spoken.add(sell("AAPL").with("metadata", List.of(1)));
    return spoken.stream();
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void what_cannot_be_read_is_a_hold_with_an_error(Spoken spoken) {
    assertUnreadable(spoken.by("trend"));
  }

  @Test
  void the_error_names_the_field_the_rule_and_the_value() {
    assertThat(buy("AAPL").with("action", "SHORT").by("trend").error())
        .contains("action must be one of BUY, SELL, HOLD, CLOSE_ALL, got 'SHORT'");
    assertThat(action("SELL").by("trend").error())
        .contains("symbol must be 1 to 32 of A-Z 0-9 . / : _ ^ = - and blanks, got nothing");
    assertThat(
            String.valueOf(
                buy("AAPL").with("action", "x".repeat(1 << 20)).by("trend").error().orElseThrow()))
        .hasSizeLessThan(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"allocation", "confidence"})
  void what_is_no_fraction_keeps_an_entry_out(String field) {
    for (Object value :
        List.of(
            "NaN", Double.NaN, Double.POSITIVE_INFINITY, 2.5, -0.2, "all", true, List.of(0.5))) {
      Signal signal = buy("AAPL").with(field, value).by("trend");
      assertThat(signal.entryError())
          .as(value.toString())
          .contains(field + " must be a number from 0 to 1");
      assertThat(field.equals("allocation") ? signal.allocation() : signal.confidence()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"allocation", "confidence"})
  void zero_and_one_are_fractions(String field) {
    for (Object value : List.of(0, 1, "1.0", "0e5")) {
      assertThat(buy("AAPL").with(field, value).by("trend").entryError()).isEmpty();
    }
    assertThat(buy("AAPL").with(field, "1.0000000001").by("trend").entryError()).isPresent();
    assertThat(buy("AAPL").with(field, "-0.0000000001").by("trend").entryError()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"price", "stop_price"})
  void a_price_of_an_entry_is_above_zero(String field) {
    for (Object value : List.of(0, -1, "NaN", "1e15", List.of())) {
      assertThat(buy("AAPL").with(field, value).by("trend").entryError())
          .contains(field + " must be a number above 0");
    }
  }

  @Test
  void opens_short_is_true_only_if_it_is_true() {
    for (Object value : List.of("true", 1, "yes", List.of(true))) {
      Signal signal = sell("AAPL").with("opens_short", value).by("trend");
      assertThat(signal.opensShort()).isFalse();
      assertThat(signal.entryError()).contains("opens_short must be true or false");
    }
    assertThat(sell("AAPL").with("opens_short", false).by("trend").opensShort()).isFalse();
  }

  @Test
  void the_fields_of_an_entry_do_not_stop_an_exit() {
    Signal signal =
        sell("AAPL")
            .with("allocation", 2.5)
            .with("confidence", "NaN")
            .with("price", -1)
            .with("stop_price", "low")
            .with("opens_short", "maybe")
            .by("trend");
    assertThat(signal.action()).isEqualTo(Action.SELL);
    assertThat(signal.error()).isEmpty();
    assertThat(signal.entryError()).contains("allocation must be a number from 0 to 1");
  }

  @Test
  void a_name_that_no_signal_has_holds_back_the_entry_and_no_exit() {
    Signal signal =
        action("BUY").with("symbol", "SPY").with("price", 100).with("stop_prise", 97).by("trend");

    assertThat(signal.error()).isEmpty();
    assertThat(signal.entryError().orElseThrow())
        .isEqualTo("stop_prise is not a known name: did you mean stop_price?");
  }

  @ParameterizedTest
  @CsvSource({
    "BUY,  100, 99.99, true",
    "BUY,  100, 100,   false",
    "BUY,  100, 103,   false",
    "SELL, 100, 103,   true",
    "SELL, 100, 100,   false",
    "SELL, 100, 97,    false",
    "HOLD, 100, 103,   true"
  })
  void a_stop_at_the_price_or_on_its_wrong_side_is_no_entry(
      String action, String price, String stop, boolean isEntry) {
    Signal signal =
        action(action)
            .with("symbol", "SPY")
            .with("price", price)
            .with("stop_price", stop)
            .by("trend");

    assertThat(signal.error()).isEmpty();
    assertThat(signal.entryError().isEmpty()).isEqualTo(isEntry);
  }
}
