package dev.maestro.cli.demo;

import dev.maestro.embedded.market.ScriptedAgent;
import dev.maestro.embedded.memory.MemorySignalStore;
import dev.maestro.engine.EngineVersion;
import dev.maestro.engine.audit.ChainHead;
import dev.maestro.engine.audit.Sha256;
import dev.maestro.engine.capital.ControlState;
import dev.maestro.engine.cycle.Cycle;
import dev.maestro.engine.cycle.CycleInput;
import dev.maestro.engine.cycle.CycleOutcome;
import dev.maestro.engine.cycle.CycleSettings;
import dev.maestro.engine.cycle.PolicyStage;
import dev.maestro.engine.cycle.Sizing;
import dev.maestro.engine.cycle.Slot;
import dev.maestro.engine.market.MarketState;
import dev.maestro.engine.meta.MetaState;
import dev.maestro.engine.name.AgentId;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.port.SafeLoad;
import dev.maestro.engine.signal.AccountSnapshot;
import dev.maestro.engine.signal.Action;
import dev.maestro.engine.signal.MarketSnapshot;
import dev.maestro.engine.signal.Position;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.signal.Signal;
import dev.maestro.engine.systemic.RiskInputs;
import dev.maestro.engine.systemic.SystemicConfig;
import dev.maestro.engine.systemic.VixCheck;
import dev.maestro.engine.throttle.PerformanceReading;
import dev.maestro.engine.throttle.ThrottleConfig;
import dev.maestro.engine.throttle.ThrottleMemory;
import dev.maestro.engine.throttle.ThrottleMode;
import dev.maestro.engine.verdict.DecidedSignal;
import dev.maestro.engine.weights.AgentWeight;
import dev.maestro.engine.weights.WeightsConfig;
import dev.maestro.market.host.StrategyHost;
import dev.maestro.market.host.StrategyJars;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * A market session on embedded parts: every half hour the strategies speak, the cycle decides,
 * paper fills follow at the next bar's open, trades close and move the weights.
 */
final class DemoSession {
  private static final long SEED = 20260105;
  private static final BigDecimal CALM_VIX = new BigDecimal("18");
  private static final BigDecimal HIGH_VIX = new BigDecimal("36");

  private static final ThrottleConfig THROTTLE =
      ThrottleConfig.of(
          Map.of(
              "periods_per_year",
              365,
              "performance_lookback_days",
              5,
              "base_capital",
              DemoLedger.START_EQUITY));

  private static final CycleSettings SETTINGS =
      new CycleSettings(
          THROTTLE,
          SystemicConfig.DEFAULTS,
          List.of(new VixCheck(new BigDecimal("30"))),
          Sizing.ALLOCATION_ONLY,
          false,
          Sha256.hex("demo"),
          EngineVersion.CURRENT);

  private final DemoMarket market = new DemoMarket(SEED);
  private final SplittableRandom random = new SplittableRandom(SEED);
  private final StrategyHost host = new StrategyHost(StrategyJars.builtIn().strategies());
  private final DemoPolicy policy = new DemoPolicy();
  private final List<RegisteredStrategy> strategies = new ArrayList<>();
  private final List<StrategyId> ids = new ArrayList<>();
  private final DemoLedger ledger;
  private final DemoChronicle chronicle;
  private final MemorySignalStore sent = new MemorySignalStore();
  private final Map<StrategyId, Integer> heldSince = new HashMap<>();
  private Map<StrategyId, ThrottleMemory> memories = new TreeMap<>();
  private ChainHead chain = ChainHead.EMPTY;

  DemoSession(DemoChronicle chronicle) {
    this.chronicle = chronicle;
    ids.addAll(List.of(new StrategyId("mean-reversion"), new StrategyId("trend-following")));
    DemoMarket.AGENTS.forEach(agent -> ids.add(agent.id()));
    ids.forEach(id -> strategies.add(RegisteredStrategy.live(id, new Uid("demo"))));
    ledger =
        new DemoLedger(
            WeightsConfig.of(Map.of("agent_ids", ids.stream().map(StrategyId::value).toList())));
  }

  DemoLedger ledger() {
    return ledger;
  }

  /** Runs the whole session. */
  void run() {
    for (int bar = DemoMarket.WARM_UP; bar < market.length() - 1; bar++) {
      cycle(bar);
    }
  }

  private void cycle(int bar) {
    Instant now = DemoMarket.closeOf(bar);
    DemoLedger.PriceOf prices = symbol -> market.close(symbol, bar);
    ledger.mark(now, prices);
    BigDecimal equity = ledger.equity(prices);
    AccountSnapshot account =
        new AccountSnapshot("main", equity, equity, ledger.real().positions(), now);
    MarketState state = policy.market(market, bar, now);
    PolicyStage.Outcome stage = policy.decide(state, ledger, account(account, prices), ids, now);
    List<Signal> signals =
        new ArrayList<>(
            host.evaluate(MarketSnapshot.of(market.visible(bar), now), account, state.regime()));
    sendSignals(bar, now);
    signals.addAll(SafeLoad.signals(strategies, sent, now));
    SortedMap<AgentId, BigDecimal> weights = new TreeMap<>();
    for (AgentWeight agent : ledger.weights().agents()) {
      weights.put(agent.performance().agentId(), agent.weight());
    }
    CycleOutcome outcome = Cycle.run(input(bar, now, account, stage, signals, weights), SETTINGS);
    chain = outcome.record().head();
    memories = outcome.throttleMemory();
    chronicle.record(now, bar, stage, outcome, ledger, equity);
    fill(outcome, bar, equity, weights);
  }

  private DemoPolicy.Account account(AccountSnapshot account, DemoLedger.PriceOf prices) {
    BigDecimal exposure = BigDecimal.ZERO;
    for (Position position : account.positions()) {
      exposure = exposure.add(prices.of(position.symbol()).multiply(position.quantity()).abs());
    }
    BigDecimal dayStart = ledger.dayStarts().get(ledger.dayStarts().size() - 1).equity();
    return new DemoPolicy.Account(
        account.equity(), dayStart, ledger.dayHigh(), exposure, account.positions().size());
  }

  private CycleInput input(
      int bar,
      Instant now,
      AccountSnapshot account,
      PolicyStage.Outcome stage,
      List<Signal> signals,
      SortedMap<AgentId, BigDecimal> weights) {
    Map<StrategyId, PerformanceReading> performance =
        SafeLoad.performance(strategies, id -> ledger.closedDays(id, now, THROTTLE));
    boolean crash = DemoMarket.phaseName(DemoMarket.phaseOf(bar)).equals("crash");
    RiskInputs risk =
        new RiskInputs(Optional.of(new RiskInputs.Vix(crash ? HIGH_VIX : CALM_VIX, now)), now);
    return new CycleInput(
        new TenantId("demo"),
        Slot.of(now),
        now,
        strategies,
        signals,
        performance,
        memories,
        Optional.of(account),
        Set.of(),
        Optional.of(stage.step().inForce()),
        stage.selection(),
        stage.meta().map(MetaState::policy),
        stage.evaluation().map(evaluation -> evaluation.selection().ranking()).orElse(List.of()),
        ControlState.ACTIVE,
        risk,
        weights,
        Set.of(),
        chain,
        Sha256.hex("demo bar " + bar));
  }

  /** The agents from outside; now and then the LLM sends something that is no signal. */
  private void sendSignals(int bar, Instant now) {
    for (ScriptedAgent agent : DemoMarket.AGENTS) {
      Optional<Position> held = heldBy(agent.id(), agent.symbol());
      Optional<Map<String, Object>> message =
          agent.signal(
              market.bars(agent.symbol()),
              bar,
              DemoMarket.phaseOf(bar),
              held,
              Optional.ofNullable(heldSince.get(agent.id())),
              now,
              random.split());
      message.ifPresent(
          fields -> {
            if (agent.id().value().equals("sentiment-llm") && bar % 53 == 0) {
              fields.put("action", "MOON");
            }
            sent.store(agent.id(), fields);
          });
    }
  }

  private Optional<Position> heldBy(StrategyId strategy, Symbol symbol) {
    List<Position> all = new ArrayList<>(ledger.real().positions());
    all.addAll(ledger.shadow().positions());
    return all.stream().filter(p -> p.isOf(strategy) && p.symbol().equals(symbol)).findFirst();
  }

  /** Approved signals are filled in the real book; what SHADOW_MODE denied goes on on paper. */
  private void fill(
      CycleOutcome outcome, int bar, BigDecimal equity, SortedMap<AgentId, BigDecimal> weights) {
    for (DecidedSignal signal : outcome.signals()) {
      if (signal.symbol().isEmpty()) {
        continue;
      }
      StrategyId strategy = signal.signal().strategy();
      Symbol symbol = signal.symbol().get();
      BigDecimal price = market.fillPrice(symbol, bar);
      boolean entry = signal.isApproved() && !signal.isExit();
      if (entry) {
        BigDecimal share = weights.getOrDefault(strategy.agentOfSameName(), BigDecimal.ZERO);
        open(signal, strategy, symbol, equity.multiply(share).multiply(signal.allocation()), bar);
      } else if (signal.isExit() && signal.isApproved()) {
        ledger.close(strategy, symbol, price, DemoMarket.closeOf(bar));
      }
      shadow(signal, strategy, symbol, price, bar);
    }
  }

  private void open(
      DecidedSignal signal, StrategyId strategy, Symbol symbol, BigDecimal notional, int bar) {
    BigDecimal price = market.fillPrice(symbol, bar);
    BigDecimal cents = notional.setScale(2, RoundingMode.DOWN);
    ledger.real().open(strategy, symbol, cents, price, signal.action() == Action.BUY);
    heldSince.put(strategy, bar);
  }

  private void shadow(
      DecidedSignal signal, StrategyId strategy, Symbol symbol, BigDecimal price, int bar) {
    boolean shadowed = signal.mode().filter(m -> m == ThrottleMode.SHADOW_MODE).isPresent();
    boolean buys = signal.signal().action() == Action.BUY;
    if (shadowed && buys && signal.overrideReason().isEmpty() && !signal.isExit()) {
      BigDecimal notional = DemoLedger.START_EQUITY.movePointLeft(1);
      ledger.shadow().open(strategy, symbol, notional, price, true);
      heldSince.put(strategy, bar);
    } else if (signal.signal().isSelling()) {
      ledger.shadow().close(strategy, symbol, price, DemoMarket.closeOf(bar));
    }
  }
}
