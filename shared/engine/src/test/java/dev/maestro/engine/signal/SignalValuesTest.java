package dev.maestro.engine.signal;

import static dev.maestro.engine.signal.Spoken.NOW;
import static dev.maestro.engine.signal.Spoken.action;
import static dev.maestro.engine.signal.Spoken.buy;
import static dev.maestro.engine.signal.Spoken.sell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.engine.market.BarHistory;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.signal.account.AccountSnapshot;
import dev.maestro.engine.signal.account.Position;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignalValuesTest {
  @Test
  void selling_is_to_sell_or_to_close_all() {
    assertThat(sell("A").by("trend").isSelling()).isTrue();
    assertThat(action("CLOSE_ALL").by("trend").isSelling()).isTrue();
    assertThat(buy("A").by("trend").isSelling()).isFalse();
    assertThat(action("HOLD").by("trend").isSelling()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "A.b-c_9", "trend-following", "...", "__", "_x_", "__x"})
  void letters_digits_underscore_point_and_hyphen_name_a_strategy(String id) {
    assertThat(StrategyId.of(id)).isPresent();
    assertThat(RegisteredStrategy.live(new StrategyId(id), new Uid("u")).agentId()).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a b",
        "a\n",
        "tr\u0435nd",
        "a/b",
        "a\u0000",
        "\u0131",
        ".",
        "..",
        "____",
        "__x__"
      })
  void nothing_else_names_a_strategy(String id) {
    assertThat(StrategyId.of(id)).isEmpty();
    assertThatThrownBy(() -> RegisteredStrategy.live(new StrategyId(id), new Uid("u")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void an_id_has_at_most_64_characters() {
    assertThat(StrategyId.of("x".repeat(64))).isPresent();
    assertThat(StrategyId.of("x".repeat(65))).isEmpty();
  }

  @Test
  void a_strategy_is_live_and_may_do_nothing_special_by_default() {
    RegisteredStrategy strategy =
        RegisteredStrategy.live(new StrategyId("trend"), new Uid("owner"));
    assertThat(strategy.status()).isEqualTo(StrategyStatus.LIVE);
    assertThat(strategy.uid()).isEqualTo(new Uid("owner"));
    assertThat(strategy.allowShorts()).isFalse();
    assertThat(strategy.scaleIn()).isFalse();
    assertThat(strategy.with(StrategyStatus.SHADOW).status()).isEqualTo(StrategyStatus.SHADOW);
    assertThat(strategy.with(StrategyStatus.SHADOW).with(StrategyStatus.LIVE)).isEqualTo(strategy);
  }

  @Test
  void a_snapshot_is_stale_when_it_is_older_than_15_minutes() {
    Instant edge = NOW.minus(Duration.ofMinutes(15));
    assertThat(snapshot(edge).isStaleAt(NOW)).isFalse();
    assertThat(snapshot(edge.minusMillis(1)).isStaleAt(NOW)).isTrue();
    assertThat(snapshot(NOW).isStaleAt(NOW)).isFalse();
  }

  @Test
  void a_snapshot_from_more_than_a_minute_ahead_is_stale_too() {
    Instant edge = NOW.plus(Duration.ofMinutes(1));
    assertThat(snapshot(edge).isStaleAt(NOW)).isFalse();
    assertThat(snapshot(edge.plusMillis(1)).isStaleAt(NOW)).isTrue();
  }

  @Test
  void a_snapshot_keeps_its_own_positions() {
    List<Position> positions = new ArrayList<>();
    AccountSnapshot snapshot =
        new AccountSnapshot("main", BigDecimal.TEN, BigDecimal.TEN, positions, NOW);
    positions.add(
        new Position(new Symbol("A"), BigDecimal.ONE, BigDecimal.ONE, new StrategyId("trend")));
    assertThat(snapshot.positions()).isEmpty();
  }

  @Test
  void a_position_is_long_or_short_and_never_nothing() {
    assertThat(
            new Position(new Symbol("A"), BigDecimal.ONE, BigDecimal.ONE, new StrategyId("trend"))
                .isLong())
        .isTrue();
    assertThat(
            new Position(
                    new Symbol("A"),
                    BigDecimal.ONE.negate(),
                    BigDecimal.ONE,
                    new StrategyId("trend"))
                .isLong())
        .isFalse();
    assertThatThrownBy(
            () ->
                new Position(
                    new Symbol("A"),
                    new BigDecimal("0.00"),
                    BigDecimal.ONE,
                    new StrategyId("trend")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a position of A needs a quantity, got 0");
  }

  @Test
  void a_market_keeps_its_own_bars() {
    Map<Symbol, BarHistory> bars = new HashMap<>();
    MarketSnapshot market = MarketSnapshot.of(bars, NOW);
    assertThat(market.bars()).isEmpty();
    assertThat(market.asOf()).isEqualTo(NOW);
  }

  private static AccountSnapshot snapshot(Instant asOf) {
    return new AccountSnapshot("main", BigDecimal.TEN, BigDecimal.TEN, List.of(), asOf);
  }
}
