package dev.maestro.engine.conduct;

import dev.maestro.engine.conduct.situation.AccountState;
import dev.maestro.engine.conduct.situation.Situation;
import dev.maestro.engine.conduct.situation.SymbolMarket;
import dev.maestro.engine.conduct.standing.TenantStanding;
import dev.maestro.engine.cycle.PolicyStage;
import dev.maestro.engine.market.Bar;
import dev.maestro.engine.market.MarketState;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.policy.gather.Dated;
import dev.maestro.engine.policy.gather.InputGatherer;
import dev.maestro.engine.policy.gather.MarketReading;
import dev.maestro.engine.policy.gather.PolicySources;
import dev.maestro.engine.tenant.TenantConfig;
import dev.maestro.engine.tenant.TenantStats;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** Steps 1 and 2 of a stored tenant: health, candidates and policy inputs from what was read. */
final class PolicySteps {
  private final Situation situation;
  private final MarketState market;
  private final Optional<TenantStats> stats;
  private final Optional<AccountState> account;
  private final PolicyStage.Moment moment;
  private final Instant now;

  /** Takes a situation with the account's day begun and the new trades counted. */
  PolicySteps(Situation situation, MarketState market, PolicyStage.Moment moment) {
    this.situation = situation;
    this.market = market;
    this.stats = situation.memory().stats();
    this.account = situation.money().account();
    this.moment = moment;
    this.now = moment.now();
  }

  PolicyStage.Outcome decide() {
    TenantConfig config = situation.facts().config();
    LocalDate today = config.stability().dayOf(now);
    TenantStanding standing = new TenantStanding(situation, market, now);
    return PolicyStage.decide(
        new PolicyStage.Input(
            situation.memory().meta(),
            standing.health(),
            standing.candidates(),
            config.meta(),
            InputGatherer.gather(sources(), today, now),
            config.policySettings(),
            situation.memory().stability(),
            config.stability(),
            situation.facts().control().toState(),
            moment));
  }

  private PolicySources sources() {
    Map<Symbol, SymbolMarket> markets = situation.market().symbols();
    Optional<SymbolMarket> benchmark =
        situation.facts().config().market().benchmark().map(markets::get);
    return new PolicySources(
        benchmark.flatMap(this::marketReading),
        account.flatMap(
            known ->
                situation
                    .money()
                    .ledger()
                    .map(
                        kept ->
                            new Dated<>(
                                known.reading(kept.ledger(), situation.memory().day(), markets),
                                known.snapshot().asOf()))),
        stats.map(known -> new Dated<>(trades(known), known.updatedAt())),
        benchmark.map(known -> new Dated<>(known.costs(), known.updatedAt())),
        situation.market().ensemble());
  }

  private PolicySources.Trades trades(TenantStats known) {
    return new PolicySources.Trades(known.trades(), !situation.hasUnreadableStrategy());
  }

  private Optional<Dated<MarketReading>> marketReading(SymbolMarket benchmark) {
    Duration length = benchmark.bars().barLength();
    return benchmark
        .bars()
        .closedBy(now)
        .newest()
        .map(Bar::start)
        .map(start -> new Dated<>(new MarketReading(market, length), start.plus(length)));
  }
}
