package dev.maestro.embedded.session;

import dev.maestro.embedded.storm.world.Chance;
import dev.maestro.embedded.tenant.EmbeddedTenant;
import dev.maestro.engine.archive.StoredDecision;
import dev.maestro.engine.conduct.Conclusion;
import dev.maestro.engine.conduct.MarketPort;
import dev.maestro.engine.conduct.situation.SymbolMarket;
import dev.maestro.engine.control.TradingControl;
import dev.maestro.engine.control.TradingState;
import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.engine.form.Reading;
import dev.maestro.engine.market.Bar;
import dev.maestro.engine.market.BarHistory;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.policy.input.TradingCosts;
import dev.maestro.engine.signal.RegisteredStrategy;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A tenant with a life of its own: settings, prices, signals, the volatility index and the kill
 * switch at random, slot after slot under the deployed use cases. The same seed lives the same
 * life. Not a market that anybody should trade: demo has one.
 */
public final class RandomSession {
  private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
  private static final Duration BAR = Duration.ofMinutes(5);
  private static final int BARS = 60;
  private static final double FIRST_PRICE = 100;

  private final Chance chance;
  private final RandomSignals signals;
  private final List<StrategyId> strategies;
  private final EmbeddedTenant tenant;
  private final SortedMap<String, List<Bar>> tapes = new TreeMap<>();
  private TradingControl control = TradingControl.INITIAL;
  private Instant now = START;

  /**
   * A session that has not begun.
   *
   * @param market what classifies bars and lets strategies in process speak
   */
  public RandomSession(long seed, MarketPort market) {
    this.chance = new Chance(seed);
    this.signals = new RandomSignals(chance);
    RandomTenant drawn = new RandomTenant(chance);
    List<RegisteredStrategy> registered = drawn.strategies();
    this.strategies = registered.stream().map(RegisteredStrategy::id).toList();
    this.tenant =
        new EmbeddedTenant(
            drawn.tenant(),
            drawn.config(),
            Map.of(),
            registered,
            market,
            (id, code, message, at) -> {},
            () -> now);
    RandomTenant.SYMBOLS.forEach(symbol -> tapes.put(symbol, new ArrayList<>()));
    for (int i = 0; i < BARS; i++) {
      pass();
    }
  }

  /** The next slot, as it is stored; empty if it was not decided. */
  public Optional<StoredDecision> next() {
    LocalDate before = today();
    pass();
    if (chance.oneIn(30)) {
      now = now.plus(BAR.multipliedBy(12L * (1 + chance.below(30))));
      pass();
    }
    tapes.forEach((symbol, bars) -> tenant.feed(new Symbol(symbol), market(bars)));
    if (!chance.oneIn(5)) {
      tenant.feedVix(BigDecimal.valueOf(10 + chance.below(45)));
    }
    tenant.trade();
    if (today().isAfter(before)) {
      tenant.closeDay(today().minusDays(1));
    }
    if (chance.oneIn(15)) {
      throwSwitch();
    }
    for (StrategyId strategy : strategies) {
      if (!chance.oneIn(4)) {
        tenant.send(strategy, signals.next(now, this::price));
      }
    }
    return tenant.conduct(Slot.of(now)) instanceof Conclusion.Decided decided
        ? tenant.decision(decided.commit().recordId())
        : Optional.empty();
  }

  private void throwSwitch() {
    TradingState state =
        chance.oneIn(3) ? chance.pick(List.of(TradingState.values())) : TradingState.ACTIVE;
    control = control.next(state, "the dice", "nobody", now);
    tenant.control(control);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }

  private void pass() {
    tapes.values().forEach(this::draw);
    now = now.plus(BAR);
  }

  private void draw(List<Bar> bars) {
    double open = bars.isEmpty() ? FIRST_PRICE : bars.get(bars.size() - 1).close();
    double close = open * (1 + (chance.below(41) - 20) / 1_000.0);
    bars.add(
        new Bar(
            now,
            open,
            Math.max(open, close) * 1.001,
            Math.min(open, close) * 0.999,
            close,
            1_000 + chance.below(1_000)));
    if (bars.size() > BARS) {
      bars.remove(0);
    }
  }

  private double price(String name) {
    List<Bar> bars = tapes.getOrDefault(name, List.of());
    return bars.get(bars.size() - 1).close();
  }

  private SymbolMarket market(List<Bar> bars) {
    return new SymbolMarket(
        new BarHistory(BAR, bars), OptionalDouble.of(1 + chance.below(5)), costs(), now);
  }

  private TradingCosts costs() {
    return new TradingCosts(
        Reading.absent(),
        Reading.of(1.0 + chance.below(8)),
        Reading.absent(),
        chance.oneIn(4) ? Reading.unreadable() : Reading.of(1.0),
        Reading.of(chance.below(30) / 100.0));
  }
}
