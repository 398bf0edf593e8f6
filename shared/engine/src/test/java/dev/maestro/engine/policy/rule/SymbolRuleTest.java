package dev.maestro.engine.policy.rule;

import static dev.maestro.engine.policy.Symbols.bad;
import static dev.maestro.engine.policy.Symbols.good;
import static dev.maestro.engine.policy.Symbols.symbol;
import static dev.maestro.engine.policy.Symbols.tagged;
import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.form.Reading;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.number.Fraction;
import dev.maestro.engine.policy.Case;
import dev.maestro.engine.policy.SymbolsDefault;
import dev.maestro.engine.policy.TradingPolicy;
import dev.maestro.engine.policy.input.PerformanceTag;
import dev.maestro.engine.policy.input.SymbolStatistics;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rule 15 and the lists. */
class SymbolRuleTest {
  @ParameterizedTest
  @CsvSource({
    "0.35, 0.5, 10, 4, true",
    "0.3499, 0.5, 10, 4, false",
    "0.35, 0.4999, 10, 4, false",
    "0.35, 0.5, 10, 5, false",
    "0, -2, 9, 9, true",
    "0, -2, 0, 9, true",
    "0, -2, 10, 9, false",
  })
  void enough_trades_and_one_bad_figure_exclude(
      double winRate, double averageR, int trades, int streak, boolean isAllowed) {
    TradingPolicy policy =
        Case.standard().symbols(symbol("AAPL", winRate, averageR, trades, streak)).policy();
    assertThat(policy.allowedSymbols().contains(new Symbol("AAPL"))).isEqualTo(isAllowed);
    assertThat(policy.disallowedSymbols().contains(new Symbol("AAPL"))).isEqualTo(!isAllowed);
    assertThat(policy.note().contains("Excluded 1 poor performers")).isEqualTo(!isAllowed);
  }

  @Test
  void a_bad_tag_excludes_and_a_good_one_excuses_nothing() {
    SymbolStatistics praised =
        new SymbolStatistics(
            new Symbol("TSLA"),
            Reading.of(new Fraction(0.1)),
            Reading.absent(),
            Reading.of(10),
            Reading.absent(),
            Reading.of(PerformanceTag.GOOD));
    TradingPolicy policy =
        Case.standard()
            .symbols(
                tagged("SPY", PerformanceTag.BAD), praised, tagged("QQQ", PerformanceTag.NEUTRAL))
            .policy();
    assertThat(policy.disallowedSymbols()).containsExactly(new Symbol("SPY"), new Symbol("TSLA"));
    assertThat(policy.allowedSymbols()).containsExactly(new Symbol("QQQ"));
    assertThat(policy.note()).endsWith("; Excluded 2 poor performers");
  }

  @Test
  void unknown_figures_are_left_out_of_the_checks() {
    assertThat(Case.standard().symbols(figures(Reading.absent())).policy().disallowedSymbols())
        .isEmpty();
  }

  @Test
  void unreadable_figures_count_as_the_worst() {
    SymbolStatistics unreadable = figures(Reading.unreadable());
    assertThat(Case.standard().symbols(unreadable).policy().disallowedSymbols())
        .containsExactly(new Symbol("AAPL"));
    SymbolStatistics uncounted =
        new SymbolStatistics(
            new Symbol("AAPL"),
            Reading.absent(),
            Reading.of(Double.NaN),
            Reading.unreadable(),
            Reading.absent(),
            Reading.absent());
    assertThat(Case.standard().symbols(uncounted).policy().disallowedSymbols())
        .containsExactly(new Symbol("AAPL"));
    SymbolStatistics negative = symbol("AAPL", 0.6, 1.5, -1, -1);
    assertThat(Case.standard().symbols(negative).policy().disallowedSymbols())
        .containsExactly(new Symbol("AAPL"));
  }

  @Test
  void an_unreadable_tag_is_a_bad_one() {
    SymbolStatistics unreadable =
        new SymbolStatistics(
            new Symbol("AAPL"),
            Reading.of(new Fraction(0.6)),
            Reading.of(2.0),
            Reading.of(20),
            Reading.of(0),
            Reading.unreadable());
    assertThat(unreadable.tag()).isEqualTo(PerformanceTag.BAD);
    assertThat(Case.standard().symbols(unreadable).policy().disallowedSymbols())
        .containsExactly(new Symbol("AAPL"));
  }

  @ParameterizedTest
  @CsvSource({"0.5501, 1.2001, GOOD", "0.55, 1.2001, NEUTRAL", "0.5501, 1.2, NEUTRAL"})
  void a_missing_tag_is_derived(double winRate, double averageR, PerformanceTag tag) {
    assertThat(symbol("AAPL", winRate, averageR, 20, 0).tag()).isEqualTo(tag);
  }

  @Test
  void the_lists_keep_the_given_order_without_duplicates_and_disallowed_wins() {
    TradingPolicy policy =
        Case.standard()
            .symbols(good("MSFT"), good("AAPL"), bad("aapl"), good("IBM"), good("MSFT"))
            .policy();
    assertThat(policy.allowedSymbols()).containsExactly(new Symbol("MSFT"), new Symbol("IBM"));
    assertThat(policy.disallowedSymbols()).containsExactly(new Symbol("AAPL"));
  }

  @Test
  void an_empty_list_never_means_everything_by_accident() {
    Case none = Case.standard().symbols(bad("SPY"));
    assertThat(none.policy().permits(new Symbol("SPY"))).isFalse();
    assertThat(none.policy().permits(new Symbol("NEW"))).isTrue();
    none.symbolsDefault = SymbolsDefault.DENY;
    assertThat(none.policy().permits(new Symbol("NEW"))).isFalse();
    assertThat(none.symbols(good("AAPL")).policy().permits(new Symbol("AAPL"))).isTrue();
  }

  @Test
  void a_configured_minimum_takes_effect() {
    Case strict = Case.standard().configured(Map.of("min_trades", 0, "min_winrate", "0.61"));
    assertThat(strict.symbols(symbol("AAPL", 0.6, 1, 0, 0)).policy().disallowedSymbols())
        .containsExactly(new Symbol("AAPL"));
  }

  private static SymbolStatistics figures(Reading<Double> averageR) {
    return new SymbolStatistics(
        new Symbol("AAPL"),
        Reading.absent(),
        averageR,
        Reading.of(50),
        Reading.absent(),
        Reading.absent());
  }
}
