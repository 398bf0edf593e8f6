package dev.maestro.engine.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SymbolTest {
  @Test
  void every_spelling_of_a_symbol_is_the_same_symbol() {
    assertThat(Symbol.of(" spy ")).contains(new Symbol("SPY"));
    assertThat(new Symbol("brk.b")).isEqualTo(new Symbol("BRK.B"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"^GSPC", "/ES", "ES=F", "BTC/USDT", "EUR_USD", "SPXW  260116C05000000"})
  void indices_futures_pairs_and_options_are_symbols(String text) {
    assertThat(Symbol.of(text)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", ".", "..", "__A__", "-", "A\u0000", "ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFG"})
  void what_no_document_can_be_named_after_is_none(String text) {
    assertThat(Symbol.of(text)).isEmpty();
  }
}
