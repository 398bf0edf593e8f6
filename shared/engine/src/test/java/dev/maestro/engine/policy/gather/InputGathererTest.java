package dev.maestro.engine.policy.gather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.engine.form.Reading;
import dev.maestro.engine.market.HealthRegime;
import dev.maestro.engine.market.Volatility;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.number.Fraction;
import dev.maestro.engine.number.Percent;
import dev.maestro.engine.policy.BlockReason;
import dev.maestro.engine.policy.Direction;
import dev.maestro.engine.policy.ProfileName;
import dev.maestro.engine.policy.Regime;
import dev.maestro.engine.policy.SymbolsDefault;
import dev.maestro.engine.policy.TradingPolicy;
import dev.maestro.engine.policy.input.PolicyInputs;
import dev.maestro.engine.policy.input.RiskState;
import dev.maestro.engine.policy.input.SymbolStatistics;
import dev.maestro.engine.policy.profile.PolicySettings;
import dev.maestro.engine.policy.profile.Profile;
import dev.maestro.engine.policy.rule.PolicyEngine;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class InputGathererTest {
  private static RiskState risk(Sources sources) {
    return sources.gather().riskState();
  }

  @ParameterizedTest
  @EnumSource
  void who_knows_nothing_gets_the_closed_policy(ProfileName profile) {
    PolicyInputs inputs = InputGatherer.gather(PolicySources.NONE, Sources.TODAY, Sources.NOW);
    TradingPolicy policy =
        PolicyEngine.evaluate(inputs, PolicySettings.of(Profile.of(profile)), Sources.NOW);
    TradingPolicy closed =
        TradingPolicy.closed(SymbolsDefault.ALLOW, policy.note(), Sources.NOW, profile);
    assertThat(policy).isEqualTo(closed);
    assertThat(policy.blockReasons()).containsExactly(BlockReason.AWAITING_DATA);
  }

  @ParameterizedTest
  @CsvSource({
    "BULL_TRENDING, TRENDING, UP, false",
    "BEAR_TRENDING, TRENDING, DOWN, false",
    "RANGING, RANGING, NONE, false",
    "CHOPPY, CHOPPY, NONE, false",
    "LOW_LIQUIDITY, UNKNOWN, NONE, true",
    "UNKNOWN, UNKNOWN, NONE, false",
  })
  void each_regime_of_health_has_one_in_the_policy(
      HealthRegime health, Regime regime, Direction direction, boolean lowLiquidity) {
    Sources sources = new Sources();
    sources.market = Sources.market(health, Volatility.HIGH);
    PolicyInputs inputs = sources.gather();
    assertThat(inputs.market().regime()).isEqualTo(regime);
    assertThat(inputs.market().direction()).isEqualTo(direction);
    assertThat(inputs.market().lowLiquidity()).isEqualTo(lowLiquidity);
    assertThat(inputs.market().volatility()).isEqualTo(Volatility.HIGH);
  }

  @ParameterizedTest
  @CsvSource({
    // equity, start, flows, highest, P&L, drawdown
    "101000, 100000, 0, 102000, 1.0, -0.9803921568627451",
    "96500, 100000, 0, 100000, -3.5, -3.5",
    "106500, 100000, 10000, 100000, -3.5, -3.5",
    "86500, 100000, -10000, 100000, -3.5, -3.5",
    "103000, 100000, 0, 102000, 3.0, 0",
    "99000, 100000, 0, 98000, -1.0, -1.0",
  })
  void pnl_and_drawdown_of_the_day_are_exact_and_free_of_flows(
      String equity, String start, String flows, String highest, double pnl, double drawdown) {
    Sources sources = new Sources();
    sources.account = Sources.account(equity, start, flows, highest);
    assertThat(risk(sources).dailyPnl()).contains(new Percent(pnl));
    assertThat(risk(sources).currentDrawdown()).contains(new Percent(drawdown));
  }

  @Test
  void open_trades_and_exposure_count_positions_and_entries_in_flight() {
    assertThat(risk(new Sources()).openTrades()).hasValue(3);
    assertThat(risk(new Sources()).totalExposure()).contains(new Percent(9));
  }

  @Test
  void what_has_no_price_or_no_equity_has_no_exposure() {
    Optional<BigDecimal> some = Optional.of(BigDecimal.ONE);
    Optional<BigDecimal> none = Optional.empty();
    List<AccountReading> unknown =
        List.of(
            new AccountReading(BigDecimal.TEN, Optional.empty(), 1, 0, none, some),
            new AccountReading(BigDecimal.TEN, Optional.empty(), 1, 0, some, none),
            new AccountReading(BigDecimal.ZERO, Optional.empty(), 1, 0, some, some),
            new AccountReading(BigDecimal.TEN.negate(), Optional.empty(), 1, 0, some, some));
    for (AccountReading account : unknown) {
      assertThat(account.exposure()).as(account.toString()).isEmpty();
      assertThat(account.dailyPnl(Sources.TODAY)).as(account.toString()).isEmpty();
    }
  }

  @Test
  void the_figures_of_another_day_or_of_an_empty_account_are_unknown() {
    AccountReading account = Sources.account("90000", "100000", "0", "100000");
    assertThat(account.dailyPnl(Sources.TODAY.plusDays(1))).isEmpty();
    assertThat(account.drawdown(Sources.TODAY.plusDays(1))).isEmpty();
    AccountReading empty = Sources.account("-5", "0", "0", "0");
    assertThat(empty.dailyPnl(Sources.TODAY)).isEmpty();
    assertThat(empty.drawdown(Sources.TODAY)).isEmpty();
  }

  @Test
  void a_count_or_a_notional_that_offsets_another_is_refused() {
    Optional<BigDecimal> some = Optional.of(BigDecimal.ONE);
    Optional<BigDecimal> negative = Optional.of(BigDecimal.ONE.negate());
    BigDecimal equity = BigDecimal.TEN;
    assertThatThrownBy(() -> new AccountReading(equity, Optional.empty(), -1, 0, some, some))
        .hasMessageContaining("must be at least 0, got -1");
    assertThatThrownBy(() -> new AccountReading(equity, Optional.empty(), 0, -1, some, some))
        .hasMessageContaining("must be at least 0");
    assertThatThrownBy(() -> new AccountReading(equity, Optional.empty(), 0, 0, negative, some))
        .hasMessageContaining("must be at least 0");
    assertThatThrownBy(() -> new AccountReading(equity, Optional.empty(), 0, 0, some, negative))
        .hasMessageContaining("must be at least 0");
    assertThat(
            new AccountReading(
                    equity, Optional.empty(), Integer.MAX_VALUE, Integer.MAX_VALUE, some, some)
                .openTrades())
        .isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void each_source_is_known_up_to_its_age_and_not_a_moment_longer() {
    Sources last = new Sources();
    last.marketAt = Sources.NOW.minus(Duration.ofMinutes(90));
    last.accountAt = Sources.NOW.minus(Duration.ofMinutes(15));
    last.tradesAt = Sources.NOW.minus(Duration.ofDays(1));
    assertThat(last.gather()).isEqualTo(new Sources().gather());
    last.marketAt = last.marketAt.minusNanos(1);
    last.accountAt = last.accountAt.minusNanos(1);
    last.tradesAt = last.tradesAt.minusNanos(1);
    assertThat(last.gather().market().volatility()).isEqualTo(Volatility.UNKNOWN);
    assertThat(risk(last)).isEqualTo(RiskState.UNKNOWN);
  }

  @Test
  void a_reading_from_the_future_is_not_fresh_for_ever() {
    Sources ahead = new Sources();
    ahead.accountAt = Sources.NOW.plusSeconds(60);
    assertThat(risk(ahead).dailyPnl()).isPresent();
    ahead.accountAt = Sources.NOW.plusSeconds(61);
    assertThat(risk(ahead).dailyPnl()).isEmpty();
  }

  @Test
  void streaks_are_those_of_the_newest_trades() {
    Sources lost = new Sources();
    lost.trades =
        List.of(
            Sources.trade(3, "SPY", 5, false),
            Sources.trade(2, "SPY", -5, false),
            Sources.trade(1, "BTCUSDT", -5, false));
    assertThat(risk(lost).losingStreak()).isEqualTo(OptionalInt.of(2));
    assertThat(lost.gather().winningStreak()).isZero();
    Sources won = new Sources();
    won.trades = List.of(Sources.trade(2, "SPY", -5, false), Sources.trade(1, "SPY", 5, false));
    assertThat(risk(won).losingStreak()).isEqualTo(OptionalInt.of(0));
    assertThat(won.gather().winningStreak()).isEqualTo(1);
    won.tradesAt = Sources.NOW.minus(Duration.ofDays(2));
    assertThat(won.gather().winningStreak()).isZero();
  }

  @Test
  void symbols_are_measured_by_their_trades_of_30_days() {
    Sources sources = new Sources();
    sources.trades =
        List.of(
            Sources.trade(1, " spy ", -50, true),
            Sources.trade(2, "SPY", 200, true),
            Sources.trade(3, "SPY", 0, false),
            Sources.trade(4, "BTCUSDT", 10, false),
            Sources.trade(5, " ", 10, false),
            Sources.trade(24 * 30, "BTCUSDT", -10, false),
            Sources.trade(24 * 30 + 1, "BTCUSDT", -10, false));
    assertThat(sources.gather().symbols())
        .containsExactly(
            new SymbolStatistics(
                new Symbol("BTCUSDT"),
                Reading.of(new Fraction(0.5)),
                Reading.absent(),
                Reading.of(2),
                Reading.of(0),
                Reading.absent()),
            new SymbolStatistics(
                new Symbol("SPY"),
                Reading.of(new Fraction(1.0 / 3)),
                Reading.of(0.75),
                Reading.of(3),
                Reading.of(1),
                Reading.absent()));
  }
}
