package dev.maestro.bench;

import dev.maestro.embedded.conduct.OneSlot;
import dev.maestro.embedded.demo.DemoWorld;
import dev.maestro.engine.EngineVersion;
import dev.maestro.engine.archive.CycleArchive;
import dev.maestro.engine.archive.KeptInput;
import dev.maestro.engine.audit.ChainHead;
import dev.maestro.engine.conduct.Conclusion;
import dev.maestro.engine.conduct.CycleCommit;
import dev.maestro.engine.conduct.situation.AccountState;
import dev.maestro.engine.conduct.situation.MoneyFacts;
import dev.maestro.engine.conduct.situation.SentSignal;
import dev.maestro.engine.conduct.situation.Situation;
import dev.maestro.engine.conduct.situation.TenantFacts;
import dev.maestro.engine.control.TradingControl;
import dev.maestro.engine.cycle.CycleOutcome;
import dev.maestro.engine.cycle.PolicyStage;
import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.engine.cycle.input.StrategySelection;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.market.HealthRegime;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.StrategyName;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.number.Fraction;
import dev.maestro.engine.number.Percent;
import dev.maestro.engine.policy.EntryMode;
import dev.maestro.engine.policy.ExitMode;
import dev.maestro.engine.policy.ProfileName;
import dev.maestro.engine.policy.RiskProfile;
import dev.maestro.engine.policy.SymbolLists;
import dev.maestro.engine.policy.SymbolsDefault;
import dev.maestro.engine.policy.TradingLimits;
import dev.maestro.engine.policy.TradingPolicy;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.signal.StrategyStatus;
import dev.maestro.engine.signal.account.AccountSnapshot;
import dev.maestro.engine.signal.account.Position;
import dev.maestro.engine.systemic.RiskInputs;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.engine.tenant.TenantConfig;
import dev.maestro.engine.tenant.TenantStats;
import dev.maestro.engine.throttle.PerformanceReading;
import dev.maestro.engine.throttle.ThrottleMemory;
import dev.maestro.engine.throttle.mode.ThrottleMode;
import java.math.BigDecimal;
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
import java.util.stream.IntStream;

/**
 * One cycle of 50 strategies, each with a signal and a position, on 50 symbols: 20 BUY entries, 5
 * shorts, 10 exits, 5 closings, a HOLD that could not be read and 9 others.
 */
public final class SampleCycle {
  static final int STRATEGIES = 50;

  private static final Instant NOW = Instant.parse("2026-11-20T15:35:02.417Z");
  private static final List<ThrottleMode> MODES =
      List.of(
          ThrottleMode.ACTIVE, ThrottleMode.ACTIVE, ThrottleMode.REDUCED, ThrottleMode.SHADOW_MODE);

  private static final int KEPT_DAYS = 30;

  private final SplittableRandom random;
  private final Tenant tenant;
  private final int strategies;
  private final int keptDays;

  private SampleCycle(long seed, Tenant tenant, int strategies, int keptDays) {
    this.random = new SplittableRandom(seed);
    this.tenant = tenant;
    this.strategies = strategies;
    this.keptDays = keptDays;
  }

  /** When it is decided. */
  public static Slot slot() {
    return Slot.of(NOW);
  }

  /**
   * The demo world's tenant with these 50, in which so many sellers stop every buyer. The same seed
   * gives the same situation.
   */
  static Situation of(long seed, int sellThreshold) {
    return new SampleCycle(seed, DemoWorld.TENANT, STRATEGIES, KEPT_DAYS).situation(sellThreshold);
  }

  /** The same of a tenant that keeps no inputs: they are written and hashed, and not packed. */
  static Situation withoutKeeping(long seed, int sellThreshold) {
    return new SampleCycle(seed, DemoWorld.TENANT, STRATEGIES, 0).situation(sellThreshold);
  }

  /** The same of another tenant with fewer strategies, in which no seller stops a buyer. */
  public static Situation of(Tenant tenant, int strategies) {
    return new SampleCycle(1, tenant, strategies, KEPT_DAYS).situation(STRATEGIES);
  }

  /** When it is decided. */
  public static Instant now() {
    return NOW;
  }

  /** A policy that lets the calm part of it pass. */
  public static PolicyStage.Outcome given() {
    return PolicyStage.Outcome.given(policy(), new StrategySelection.All(), NOW);
  }

  /** Decides it as it is deployed, under a policy that lets the calm part of it pass. */
  static CycleOutcome decide(Situation situation) {
    return commit(situation).outcome();
  }

  /** What it is decided from, as it is read back from what is kept of it. */
  static CycleArchive archive(Situation situation) {
    KeptInput kept = commit(situation).input().orElseThrow();
    return CycleArchive.read(kept.text(kept.hash()), EngineVersion.CURRENT);
  }

  private static CycleCommit commit(Situation situation) {
    PolicyStage.Outcome given = given();
    Conclusion conclusion = OneSlot.conduct(situation, slot(), NOW, (known, market, time) -> given);
    return ((Conclusion.Decided) conclusion).commit();
  }

  private Situation situation(int sellThreshold) {
    Map<StrategyId, PerformanceReading> performance = new HashMap<>();
    SortedMap<StrategyId, ThrottleMemory> memory = new TreeMap<>();
    SortedMap<String, BigDecimal> weights = new TreeMap<>();
    for (int i = 0; i < strategies; i++) {
      performance.put(id(i), new PerformanceReading.Rows(SampleDays.of(random)));
      memory.put(id(i), memory());
      weights.put(id(i).value(), decimal(1, 400_000_000, 10));
    }
    TenantFacts facts =
        new TenantFacts(
            tenant,
            config(sellThreshold),
            IntStream.range(0, strategies).mapToObj(SampleCycle::strategy).toList(),
            TradingControl.INITIAL);
    RiskInputs.Vix vix = new RiskInputs.Vix(new BigDecimal("18.42"), NOW.minusSeconds(300));
    Situation first = Situation.first(facts, NOW);
    Optional<TenantStats> stats =
        first.memory().stats().map(known -> known.withThrottleMemory(memory, NOW));
    return first
        .with(IntStream.range(0, strategies).mapToObj(this::signal).toList())
        .with(first.market().withVix(Optional.of(vix)))
        .with(
            new MoneyFacts(
                Optional.of(AccountState.of(account())),
                weights,
                MoneyFacts.NONE.ledger(),
                MoneyFacts.NONE.shadow(),
                MoneyFacts.NONE.twin(),
                Set.of()))
        .with(
            first
                .memory()
                .withPerformance(performance)
                .withStats(stats)
                .withChain(new ChainHead(4711, "0123456789abcdef".repeat(4))));
  }

  private TenantConfig config(int sellThreshold) {
    Map<String, ?> sections =
        Map.of(
            "systemic", Map.of("systemic_sell_threshold", sellThreshold),
            "decisions", Map.of("keep_inputs_days", keptDays),
            "profile", Map.of("total_exposure_limit", 1000));
    return TenantConfig.of(Fields.of("", sections), tenant, Map.of());
  }

  private static RegisteredStrategy strategy(int i) {
    StrategyStatus status = i == 12 ? StrategyStatus.SHADOW : StrategyStatus.LIVE;
    return new RegisteredStrategy(
        id(i),
        "Strategy " + i,
        status,
        new Uid("owner"),
        id(i).value(),
        List.of(HealthRegime.BULL_TRENDING),
        true,
        false,
        Optional.empty());
  }

  private SentSignal signal(int i) {
    Map<String, Object> fields = new HashMap<>();
    fields.put("action", i == 9 ? "ACCUMULATE" : action(i));
    fields.put("symbol", symbol(i).value());
    fields.put("opens_short", i % 10 == 4);
    fields.put("allocation", decimal(1, 10_000, 4));
    fields.put("confidence", decimal(5_000, 10_000, 4));
    fields.put("price", decimal(1_000, 900_000, 2));
    fields.put("stop_price", decimal(900, 800_000, 2));
    fields.put("reasoning", reasoning(i));
    fields.put("metadata", Map.of("rsi", decimal(1, 10_000, 2), "model", "trend \"fast\" v3"));
    fields.put("signal_id", id(i) + "-" + random.nextLong(1L << 40));
    fields.put("generated_at", NOW.minusMillis(random.nextLong(1, 500_000)));
    return SentSignal.at(NOW, StrategyName.of(id(i)), Optional.of(fields));
  }

  private static String action(int i) {
    return switch (i % 10) {
      case 0, 1, 2, 3 -> "BUY";
      case 4, 5, 6 -> "SELL";
      case 7 -> "CLOSE_ALL";
      default -> "HOLD";
    };
  }

  private String reasoning(int i) {
    String text =
        "Price of "
            + symbol(i)
            + " closed above its 50 day average with volume at "
            + decimal(100, 400, 2)
            + " times the usual; momentum and breadth both agree with it.";
    return (text + " ".repeat(120)).substring(0, 120);
  }

  private AccountSnapshot account() {
    List<Position> positions = new ArrayList<>();
    for (int i = 0; i < strategies; i++) {
      boolean exits = i % 10 >= 5;
      Symbol held = symbol(exits ? i : (i + strategies / 2) % strategies);
      positions.add(new Position(held, decimal(1, 50_000, 2), decimal(1_000, 900_000, 2), id(i)));
    }
    return new AccountSnapshot(
        "paper-7",
        BigDecimal.valueOf(1_250_000),
        BigDecimal.valueOf(400_000),
        positions,
        NOW.minusSeconds(45));
  }

  private static TradingPolicy policy() {
    return new TradingPolicy(
        RiskProfile.NORMAL,
        new TradingLimits(
            new Percent(1.1), new Fraction(0.55), EntryMode.NORMAL, ExitMode.TREND_FOLLOW, 60),
        new SymbolLists(
            IntStream.range(0, STRATEGIES - 2).mapToObj(SampleCycle::symbol).toList(),
            List.of(symbol(20), symbol(48), symbol(49)),
            SymbolsDefault.DENY),
        "Normal trading; three symbols are excluded.",
        Set.of(),
        NOW.minusSeconds(120),
        ProfileName.STANDARD);
  }

  private ThrottleMemory memory() {
    ThrottleMode mode = MODES.get(random.nextInt(MODES.size()));
    return new ThrottleMemory(
        mode, NOW.minusSeconds(300), Optional.of(SampleDays.NEWEST), Optional.empty());
  }

  private BigDecimal decimal(long from, long below, int scale) {
    return BigDecimal.valueOf(random.nextLong(from, below), scale);
  }

  private static StrategyId id(int i) {
    return new StrategyId("strategy-" + (i + 100));
  }

  private static Symbol symbol(int i) {
    return new Symbol("SYM" + (char) ('A' + i / 10) + (char) ('A' + i % 10));
  }
}
