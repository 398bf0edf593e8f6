package dev.maestro.testing.conduct;

import dev.maestro.engine.market.Bar;
import dev.maestro.engine.market.BarHistory;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.signal.account.AccountSnapshot;
import dev.maestro.engine.tenant.Tenant;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a tenant begins with in the tests of cycles. */
public final class Beginnings {
  /** The symbol that tells the market. */
  public static final Symbol BENCHMARK = new Symbol("SPY");

  /** Its configuration. */
  public static final Map<String, Object> VALUES =
      Map.of("market", Map.of("benchmark_symbol", BENCHMARK.value()));

  /** Its strategies. */
  public static final List<RegisteredStrategy> STRATEGIES =
      List.of(
          RegisteredStrategy.live(new StrategyId("meanrev"), new Uid("owner")),
          RegisteredStrategy.live(new StrategyId("trend"), new Uid("owner")));

  private static final Duration BAR = Duration.ofMinutes(5);
  private static final int BARS = 72;

  private Beginnings() {}

  /** The tenant. */
  public static Tenant tenant(TenantId id) {
    return tenant(id, true);
  }

  /** The same, without cycles. */
  public static Tenant inactive(TenantId id) {
    return tenant(id, false);
  }

  private static Tenant tenant(TenantId id, boolean isActive) {
    return new Tenant(
        id, "Acme", isActive, new BigDecimal("10000"), ZoneOffset.UTC, new Uid("owner"));
  }

  /** An account without positions. */
  public static AccountSnapshot account(BigDecimal equity, Instant asOf) {
    return new AccountSnapshot("main", equity, equity, List.of(), asOf);
  }

  /** Bars around a time; those that are not closed yet count when they are. */
  public static BarHistory bars(Instant around) {
    List<Bar> bars = new ArrayList<>();
    Instant start = around.minus(BAR.multipliedBy(BARS / 2));
    for (int i = 0; i < BARS; i++) {
      bars.add(new Bar(start.plus(BAR.multipliedBy(i)), 100, 101, 99, 100, 1000));
    }
    return new BarHistory(BAR, bars);
  }
}
