package dev.maestro.cli.demo;

import dev.maestro.engine.capital.ControlState;
import dev.maestro.engine.cycle.PolicyStage;
import dev.maestro.engine.market.HealthRegime;
import dev.maestro.engine.market.MarketState;
import dev.maestro.engine.market.MarketThresholds;
import dev.maestro.engine.meta.MetaConfig;
import dev.maestro.engine.meta.MetaState;
import dev.maestro.engine.meta.health.ClosedTrades;
import dev.maestro.engine.meta.health.EquityCurve;
import dev.maestro.engine.meta.health.EquityPoint;
import dev.maestro.engine.meta.health.RollingTrades;
import dev.maestro.engine.meta.health.SystemHealth;
import dev.maestro.engine.meta.selection.StrategyCandidate;
import dev.maestro.engine.meta.selection.StrategyFigures;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.policy.SymbolsDefault;
import dev.maestro.engine.policy.gather.AccountReading;
import dev.maestro.engine.policy.gather.Dated;
import dev.maestro.engine.policy.gather.DayEquity;
import dev.maestro.engine.policy.gather.InputGatherer;
import dev.maestro.engine.policy.gather.MarketReading;
import dev.maestro.engine.policy.gather.PolicySources;
import dev.maestro.engine.policy.profile.PolicySettings;
import dev.maestro.engine.policy.profile.ProfileResolver;
import dev.maestro.engine.policy.stability.StabilityConfig;
import dev.maestro.engine.policy.stability.StabilityState;
import dev.maestro.market.MarketClassifier;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;

/**
 * Steps 1 and 2 in the demo: gathers what policy and meta controller need, and keeps their state.
 */
final class DemoPolicy {
  private static final PolicySettings SETTINGS =
      new PolicySettings(
          ProfileResolver.resolve(
                  Map.of(),
                  Map.of(),
                  Map.of("profile", "STANDARD", "total_exposure_limit", 80, "daily_dd_limit", 1))
              .profile(),
          true,
          SymbolsDefault.ALLOW);

  private static final MetaConfig META =
      MetaConfig.of(Map.of("probation_slots", 8, "upgrade_confirmations", 8));
  private static final MarketThresholds THRESHOLDS = new MarketThresholds(0.04, 0.06, 10);

  private Optional<MetaState> meta = Optional.empty();
  private StabilityState stability =
      StabilityState.initial(SymbolsDefault.ALLOW, Instant.EPOCH, SETTINGS.profile().name());

  /** What one cycle knows of the account. */
  record Account(
      BigDecimal equity,
      BigDecimal dayStart,
      BigDecimal dayHigh,
      BigDecimal exposure,
      int openTrades) {
    /** Nothing is paid in or out, and what is approved is filled at once. */
    AccountReading reading(Instant now) {
      return new AccountReading(
          equity,
          Optional.of(new DayEquity(today(now), dayStart, BigDecimal.ZERO, dayHigh)),
          openTrades,
          0,
          Optional.of(exposure),
          Optional.of(BigDecimal.ZERO));
    }
  }

  MarketState market(DemoMarket market, int bar, Instant now) {
    return MarketClassifier.classify(market.benchmark(bar), OptionalDouble.of(1), THRESHOLDS, now);
  }

  PolicyStage.Outcome decide(
      MarketState market,
      DemoLedger ledger,
      Account account,
      List<StrategyId> strategies,
      Instant now) {
    RollingTrades trades = RollingTrades.rebuild(ledger.closedTrades(), now);
    List<EquityPoint> points = new ArrayList<>(ledger.dayStarts());
    points.add(new EquityPoint(now, account.equity()));
    SystemHealth health =
        SystemHealth.of(
            Optional.of(trades),
            Optional.of(EquityCurve.of(points, now)),
            market,
            META.slopeDays(),
            now);
    PolicyStage.Outcome outcome =
        PolicyStage.decide(
            new PolicyStage.Input(
                meta,
                health,
                candidates(ledger, strategies, now),
                META,
                InputGatherer.gather(sources(market, trades, account, now), today(now), now)
                    .inputs(),
                SETTINGS,
                stability,
                StabilityConfig.DEFAULTS,
                ControlState.ACTIVE,
                now));
    meta = outcome.meta();
    stability = outcome.step().state();
    return outcome;
  }

  private static LocalDate today(Instant now) {
    return StabilityConfig.DEFAULTS.dayOf(now);
  }

  private static List<StrategyCandidate> candidates(
      DemoLedger ledger, List<StrategyId> strategies, Instant now) {
    Map<StrategyId, ClosedTrades> byStrategy =
        ClosedTrades.of(ledger.closedTrades())
            .within(now.minus(Duration.ofDays(30)), now)
            .byStrategy();
    List<StrategyCandidate> candidates = new ArrayList<>();
    for (StrategyId id : strategies) {
      ClosedTrades trades = byStrategy.getOrDefault(id, ClosedTrades.of(List.of()));
      candidates.add(
          new StrategyCandidate(
              id,
              id.value(),
              new TreeSet<HealthRegime>(),
              StrategyFigures.of(trades, DemoLedger.START_EQUITY)));
    }
    return candidates;
  }

  private static PolicySources sources(
      MarketState market, RollingTrades trades, Account account, Instant now) {
    return new PolicySources(
        Optional.of(new Dated<>(new MarketReading(market, DemoMarket.BAR), now)),
        Optional.of(new Dated<>(account.reading(now), now)),
        Optional.of(new Dated<>(new PolicySources.Trades(trades, true), now)),
        Optional.empty(),
        Optional.empty());
  }
}
