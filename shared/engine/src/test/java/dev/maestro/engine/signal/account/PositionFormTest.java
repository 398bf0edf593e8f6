package dev.maestro.engine.signal.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.form.Fields;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.Symbol;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionFormTest {
  private static Position read(String symbol, String strategy) {
    return PositionForm.FORM.read(
        Fields.of(
            "",
            Map.of("symbol", symbol, "quantity", "10", "avg_price", "5", "strategy", strategy)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"spy", "SPY", " Spy "})
  void a_symbol_is_held_in_one_spelling(String given) {
    assertThat(read(given, "trend"))
        .isEqualTo(read("SPY", "trend"))
        .matches(held -> held.isIn(new Symbol("SPY")) && held.isOf(new StrategyId("trend")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u20ACSTOXX", "__A__", ".."})
  void what_no_signal_can_name_is_held_all_the_same(String given) {
    Position held = read(given, "trend");
    assertThat(held.symbol()).isEmpty();
    assertThat(held.quantity()).isEqualByComparingTo("10");
    assertThat(PositionForm.FORM.read(Fields.of("", PositionForm.FORM.write(held))))
        .isEqualTo(held);
  }

  @Test
  void what_can_name_no_strategy_names_nobody() {
    assertThat(read("SPY", "").strategy()).isEmpty();
    assertThat(read("SPY", "my bot!").strategy()).isEqualTo(Optional.empty());
  }
}
