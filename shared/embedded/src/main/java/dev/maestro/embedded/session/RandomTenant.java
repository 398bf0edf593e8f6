package dev.maestro.embedded.session;

import dev.maestro.embedded.storm.world.Chance;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.StrategyVersion;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.policy.ProfileName;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.signal.StrategyStatus;
import dev.maestro.engine.tenant.Tenant;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A tenant, its settings and its strategies, drawn so that limits are met often. */
final class RandomTenant {
  static final Uid OWNER = new Uid("owner");
  static final TenantId ID = new TenantId("random");
  static final String BENCHMARK = "SPY";
  static final List<String> SYMBOLS = List.of(BENCHMARK, "AAPL", "MSFT", "BTC/USD");

  private final Chance chance;

  RandomTenant(Chance chance) {
    this.chance = chance;
  }

  Tenant tenant() {
    String zone = chance.pick(List.of("UTC", "America/New_York", "Asia/Kolkata"));
    return new Tenant(
        ID,
        "Random",
        true,
        BigDecimal.valueOf(1_000 + chance.below(1_000_000)),
        ZoneId.of(zone),
        OWNER);
  }

  List<RegisteredStrategy> strategies() {
    List<RegisteredStrategy> all = new ArrayList<>();
    int count = 1 + chance.below(7);
    for (int i = 0; i < count; i++) {
      all.add(
          new RegisteredStrategy(
              new StrategyId("s" + i),
              "Strategy " + i,
              chance.oneIn(8) ? chance.pick(List.of(StrategyStatus.values())) : StrategyStatus.LIVE,
              OWNER,
              "agent" + chance.below(count),
              List.of(),
              chance.oneIn(2),
              chance.oneIn(2),
              chance.oneIn(3) ? Optional.of(new StrategyVersion("v" + i)) : Optional.empty()));
    }
    return all;
  }

  /** Sections as they are stored; one that is left out has its defaults. */
  Map<String, Object> config() {
    Map<String, Object> config = new TreeMap<>();
    config.put("market", Map.of("benchmark_symbol", BENCHMARK, "symbols", SYMBOLS));
    config.put("meta", Map.of("enabled", chance.oneIn(3)));
    config.put(
        "throttle",
        Map.of(
            "new_strategy_mode",
            chance.pick(List.of("ACTIVE", "REDUCED", "REDUCED", "SHADOW_MODE")),
            "min_data_points",
            2 + chance.below(9),
            "shadow_below",
            decimal(chance.below(6), 1)));
    config.put("systemic", Map.of("systemic_sell_threshold", 1 + chance.below(4)));
    config.put("profile", profile());
    config.put("capital", capital());
    config.put(
        "cycle",
        Map.of(
            "vix_check",
            chance.oneIn(2),
            "vix_halve_above",
            10 + chance.below(40),
            "exit_scope",
            chance.pick(List.of("STRATEGY", "ACCOUNT"))));
    if (chance.oneIn(3)) {
      config.put("weights", Map.of("enforce_performance", true));
    }
    return config;
  }

  private Map<String, Object> profile() {
    return Map.of(
        "profile",
        chance.pick(List.of(ProfileName.values())).name(),
        "total_exposure_limit",
        decimal(10 + chance.below(2_000), 1),
        "base_confidence",
        decimal(30 + chance.below(50), 2));
  }

  private Map<String, Object> capital() {
    return Map.of(
        "price_collar_pct",
        decimal(2 + chance.below(100), 1),
        "max_open",
        1 + chance.below(40),
        "max_grants_per_minute",
        1 + chance.below(20),
        "probation_weight",
        decimal(chance.below(20), 2),
        "account_max_age",
        300 + chance.below(1_200));
  }

  static BigDecimal decimal(long unscaled, int places) {
    return BigDecimal.valueOf(unscaled, places);
  }
}
