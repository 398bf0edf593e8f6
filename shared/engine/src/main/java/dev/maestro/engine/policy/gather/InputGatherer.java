package dev.maestro.engine.policy.gather;

import dev.maestro.engine.form.Reading;
import dev.maestro.engine.market.MarketState;
import dev.maestro.engine.meta.health.RollingTrades;
import dev.maestro.engine.policy.input.MarketInputs;
import dev.maestro.engine.policy.input.PolicyInputs;
import dev.maestro.engine.policy.input.RiskState;
import dev.maestro.engine.policy.input.SymbolStatistics;
import dev.maestro.engine.policy.input.TradingCosts;
import dev.maestro.engine.signal.account.AccountSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The inputs table of the trading policy. A source that has become too old is unknown where that is
 * tighter; where the unknown is not used at all (costs, ensemble quality, symbols) its last reading
 * goes on counting, so that no source loosens anything by falling silent.
 */
public final class InputGatherer {
  private static final Duration TRADES_MAX_AGE = Duration.ofDays(1);

  private InputGatherer() {}

  /**
   * Gathers the inputs of one evaluation, without global policy, kill switch and latch, which
   * others keep.
   *
   * @param today in the zone of the tenant
   */
  public static PolicyInputs gather(PolicySources sources, LocalDate today, Instant now) {
    Optional<RollingTrades> trades =
        fresh(sources.trades(), now, TRADES_MAX_AGE)
            .filter(PolicySources.Trades::isWhole)
            .map(PolicySources.Trades::known);
    return new PolicyInputs(
        inputs(market(sources, now)),
        riskState(fresh(sources.account(), now, AccountSnapshot.MAX_AGE), trades, today),
        trades.map(RollingTrades::consecutiveWins).orElse(0),
        sources.ensembleQuality().map(Dated::value).orElse(Reading.absent()),
        sources.costs().map(Dated::value).orElse(TradingCosts.UNKNOWN),
        symbols(sources, now),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  private static MarketState market(PolicySources sources, Instant now) {
    return sources
        .market()
        .filter(reading -> reading.isFreshAt(now, reading.value().maxAge()))
        .map(reading -> reading.value().state())
        .orElse(MarketState.UNKNOWN);
  }

  private static MarketInputs inputs(MarketState market) {
    return new MarketInputs(
        MarketWords.regime(market.regime()),
        MarketWords.direction(market.regime()),
        market.volatility(),
        MarketWords.isLiquidityLow(market.regime()));
  }

  private static RiskState riskState(
      Optional<AccountReading> account, Optional<RollingTrades> trades, LocalDate today) {
    return new RiskState(
        account.flatMap(known -> known.dailyPnl(today)),
        account.flatMap(known -> known.drawdown(today)),
        count(trades.map(RollingTrades::consecutiveLosses)),
        count(account.map(AccountReading::openTrades)),
        account.flatMap(AccountReading::exposure));
  }

  private static List<SymbolStatistics> symbols(PolicySources sources, Instant now) {
    return sources
        .trades()
        .map(reading -> SymbolFigures.of(reading.value().known(), now))
        .orElse(List.of());
  }

  private static <T> Optional<T> fresh(Optional<Dated<T>> source, Instant now, Duration maxAge) {
    return source.filter(reading -> reading.isFreshAt(now, maxAge)).map(Dated::value);
  }

  private static OptionalInt count(Optional<Integer> count) {
    return count.isPresent() ? OptionalInt.of(count.get()) : OptionalInt.empty();
  }
}
