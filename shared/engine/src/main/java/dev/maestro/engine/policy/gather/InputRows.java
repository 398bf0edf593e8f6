package dev.maestro.engine.policy.gather;

import dev.maestro.engine.form.Reading;
import dev.maestro.engine.market.HealthRegime;
import dev.maestro.engine.market.MarketState;
import dev.maestro.engine.market.Volatility;
import dev.maestro.engine.number.Percent;
import dev.maestro.engine.policy.input.CostLevel;
import dev.maestro.engine.policy.input.PolicyInputs;
import dev.maestro.engine.policy.input.RiskState;
import dev.maestro.engine.policy.input.TradingCosts;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Gathered inputs told to people. */
record InputRows(PolicySources sources, PolicyInputs inputs, MarketState market, Instant now) {
  private static final int PLACES = 2;

  List<GatheredInput> rows() {
    return Arrays.stream(InputName.values())
        .map(name -> new GatheredInput(name, value(name), age(name)))
        .toList();
  }

  private Optional<String> value(InputName name) {
    RiskState risk = inputs.riskState();
    TradingCosts costs = inputs.costs();
    return switch (name) {
      case REGIME -> ofMarket(inputs.regime().name()).filter(regime -> !regime.equals("UNKNOWN"));
      case DIRECTION -> ofMarket(inputs.direction().name());
      case VOLATILITY ->
          Optional.of(market.volatility()).filter(v -> v != Volatility.UNKNOWN).map(Enum::name);
      case LOW_LIQUIDITY -> ofMarket(String.valueOf(inputs.lowLiquidity()));
      case DAILY_PNL_PCT -> percent(risk.dailyPnl());
      case CURRENT_DRAWDOWN_PCT -> percent(risk.currentDrawdown());
      case LOSING_STREAK -> count(risk.losingStreak());
      case WINNING_STREAK ->
          count(risk.losingStreak()).map(known -> String.valueOf(inputs.winningStreak()));
      case OPEN_TRADES_COUNT -> count(risk.openTrades());
      case TOTAL_EXPOSURE_PCT -> percent(risk.totalExposure());
      case SYMBOLS -> symbols();
      case SPREAD -> cost(costs.spreadLevel(), costs.spreadBps());
      case SLIPPAGE -> cost(costs.slippageLevel(), costs.slippageBps());
      case COST_IN_R -> costs.costInR().value().map(multiple -> multiple + " R");
      case ENSEMBLE_QUALITY ->
          inputs.ensembleQuality().value().map(quality -> String.valueOf(quality.value()));
    };
  }

  private Optional<Duration> age(InputName name) {
    Optional<? extends Dated<?>> source =
        switch (name) {
          case REGIME, DIRECTION, VOLATILITY, LOW_LIQUIDITY -> sources.market();
          case DAILY_PNL_PCT, CURRENT_DRAWDOWN_PCT, OPEN_TRADES_COUNT, TOTAL_EXPOSURE_PCT ->
              sources.account();
          case LOSING_STREAK, WINNING_STREAK, SYMBOLS -> sources.trades();
          case SPREAD, SLIPPAGE, COST_IN_R -> sources.costs();
          case ENSEMBLE_QUALITY -> sources.ensembleQuality();
        };
    return source.map(reading -> reading.ageAt(now));
  }

  private Optional<String> ofMarket(String word) {
    return market.regime() == HealthRegime.UNKNOWN ? Optional.empty() : Optional.of(word);
  }

  private Optional<String> symbols() {
    String names =
        inputs.symbols().stream()
            .map(statistics -> statistics.symbol().value())
            .collect(Collectors.joining(", "));
    return sources.trades().map(trades -> names.isEmpty() ? "none" : names);
  }

  private static Optional<String> percent(Optional<Percent> percent) {
    return percent.map(known -> known.format(PLACES));
  }

  private static Optional<String> count(OptionalInt count) {
    return count.isPresent() ? Optional.of(String.valueOf(count.getAsInt())) : Optional.empty();
  }

  private static Optional<String> cost(Reading<CostLevel> level, Reading<Double> bps) {
    Optional<String> points = bps.value().map(known -> known + " bps");
    Optional<String> word = level.value().map(Enum::name);
    return word.flatMap(w -> points.map(p -> w + ", " + p)).or(() -> word).or(() -> points);
  }
}
