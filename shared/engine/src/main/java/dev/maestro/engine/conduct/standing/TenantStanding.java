package dev.maestro.engine.conduct.standing;

import dev.maestro.engine.capital.Holder;
import dev.maestro.engine.conduct.situation.AccountState;
import dev.maestro.engine.conduct.situation.Situation;
import dev.maestro.engine.market.MarketState;
import dev.maestro.engine.market.MarketThresholds;
import dev.maestro.engine.meta.health.ClosedTrade;
import dev.maestro.engine.meta.health.ClosedTrades;
import dev.maestro.engine.meta.health.EquityCurve;
import dev.maestro.engine.meta.health.EquityPoint;
import dev.maestro.engine.meta.health.RollingTrades;
import dev.maestro.engine.meta.health.SystemHealth;
import dev.maestro.engine.meta.selection.StrategyCandidate;
import dev.maestro.engine.meta.selection.StrategyFigures;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.policy.profile.Parameter;
import dev.maestro.engine.policy.profile.Profile;
import dev.maestro.engine.shadow.ShadowBook;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.signal.StrategyStatus;
import dev.maestro.engine.tenant.TenantConfig;
import dev.maestro.engine.tenant.TenantStats;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** How a tenant stands at a time: its health, and the strategies that may be selected. */
public final class TenantStanding {
  private static final Duration WINDOW = Duration.ofDays(30);

  private final Situation situation;
  private final MarketState market;
  private final Optional<TenantStats> stats;
  private final Optional<AccountState> account;
  private final Instant now;

  /** Takes a situation that is {@link UpToDate}. */
  public TenantStanding(Situation situation, MarketState market, Instant now) {
    this.situation = situation;
    this.market = market;
    this.stats = situation.memory().stats();
    this.account = situation.money().account();
    this.now = now;
  }

  /** What the profile in effect calls HIGH and EXTREME. */
  public static MarketThresholds thresholds(TenantConfig config) {
    Profile profile = config.profile().profile();
    return new MarketThresholds(
        profile.number(Parameter.HIGH_VOL_THRESHOLD),
        profile.number(Parameter.EXTREME_VOL_THRESHOLD),
        profile.number(Parameter.HIGH_SPREAD_BPS));
  }

  /** Its health; what is not known is unknown. */
  public SystemHealth health() {
    return SystemHealth.of(
        wholeTrades(), curve(), market, situation.facts().config().meta().slopeDays(), now);
  }

  /** Of a strategy that cannot be read nobody knows the journal, so its trades may be missing. */
  private Optional<RollingTrades> wholeTrades() {
    return stats.map(TenantStats::trades).filter(known -> !situation.hasUnreadableStrategy());
  }

  /** From the stored equity of the days and now, else from base capital and realized P&amp;L. */
  private Optional<EquityCurve> curve() {
    List<EquityPoint> stored = stats.map(TenantStats::equity).orElse(List.of());
    Optional<EquityCurve> curve =
        stored.isEmpty() ? wholeTrades().map(this::curve) : Optional.of(curve(stored));
    return stats.filter(known -> !known.equityGaps().isEmpty()).isPresent()
        ? curve.map(EquityCurve::withHoles)
        : curve;
  }

  private EquityCurve curve(List<EquityPoint> stored) {
    List<EquityPoint> points = new ArrayList<>(stored);
    account
        .map(AccountState::snapshot)
        .filter(current -> !current.isStaleAt(now))
        .ifPresent(current -> points.add(new EquityPoint(current.asOf(), current.equity())));
    return EquityCurve.of(points, now);
  }

  private EquityCurve curve(RollingTrades trades) {
    BigDecimal start =
        situation
            .facts()
            .tenant()
            .baseCapital()
            .add(trades.realizedBefore(now.minus(EquityCurve.WINDOW)));
    return EquityCurve.ofRealizedPnl(start, trades.recent(), now);
  }

  /** The LIVE strategies with what they did in 30 days; none of what is not known counts. */
  public List<StrategyCandidate> candidates() {
    SortedMap<String, ClosedTrades> byStrategy =
        stats
            .map(known -> known.trades().recent())
            .orElse(ClosedTrades.of(List.of()))
            .within(now.minus(WINDOW), now)
            .byStrategy();
    List<StrategyCandidate> candidates = new ArrayList<>();
    for (RegisteredStrategy strategy : situation.facts().strategies()) {
      if (strategy.status() == StrategyStatus.LIVE) {
        candidates.add(
            candidate(
                strategy,
                byStrategy.getOrDefault(strategy.id().value(), ClosedTrades.of(List.of()))));
      }
    }
    return candidates;
  }

  /** Who has too few trades to be proven is judged by those on paper as well. */
  private StrategyCandidate candidate(RegisteredStrategy strategy, ClosedTrades inEarnest) {
    List<ClosedTrade> onPaper =
        inEarnest.size() < StrategyCandidate.PROVEN_FROM_TRADES
            ? onPaper(strategy.id())
            : List.of();
    List<ClosedTrade> all = new ArrayList<>(inEarnest.newestFirst());
    all.addAll(onPaper);
    return StrategyCandidate.of(
            strategy.id().value(),
            strategy.name(),
            strategy.regimeTags(),
            StrategyFigures.of(ClosedTrades.of(all), situation.facts().tenant().baseCapital()))
        .onPaper(onPaper.size());
  }

  private List<ClosedTrade> onPaper(StrategyId strategy) {
    return situation.money().shadow().map(ShadowBook::closed).orElse(List.of()).stream()
        .filter(trade -> trade.key().holder().equals(Holder.of(strategy)))
        .filter(trade -> !trade.closedAt().isBefore(now.minus(WINDOW)))
        .map(
            trade ->
                new ClosedTrade(
                    "paper-" + trade.nonce(),
                    strategy.value(),
                    Optional.of(trade.key().symbol()),
                    trade.closedAt(),
                    trade.realizedPnl().value(),
                    Optional.empty()))
        .toList();
  }
}
