package dev.maestro.firestore.api;

import com.google.cloud.firestore.Firestore;
import dev.maestro.engine.config.InvalidConfigurationException;
import dev.maestro.engine.meta.GlobalPolicy;
import dev.maestro.engine.meta.MetaConfig;
import dev.maestro.engine.meta.health.SystemHealth;
import dev.maestro.engine.meta.risk.ModeLimits;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.signal.StrategyStatus;
import dev.maestro.firestore.cycle.GlobalPolicyDocument;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoredFields;
import dev.maestro.firestore.store.UnreadableDocumentException;
import dev.maestro.firestore.tenant.ConfigDocument;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the meta controller says of a tenant. A policy that has expired shows as DEFENSIVE without a
 * strategy; one that is missing or cannot be read is null; in all three cases the status is
 * inactive. Unknown figures are null.
 */
public final class StatusView {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Firestore firestore;
  private final Map<String, String> environment;

  /**
   * Reads here.
   *
   * @param environment variables of the process, for the configuration
   */
  public StatusView(Firestore firestore, Map<String, String> environment) {
    this.firestore = firestore;
    this.environment = Map.copyOf(environment);
  }

  /** The fields of {@code GET /api/msc/status}. */
  public SortedMap<String, Object> of(TenantId tenant, Instant now) {
    Optional<MetaConfig> config = config(tenant);
    Optional<GlobalPolicy> policy = policy(tenant);
    boolean isActive =
        config.filter(MetaConfig::enabled).isPresent()
            && policy.filter(current -> !current.isExpiredAt(now)).isPresent();
    SortedMap<String, Object> view = new TreeMap<>();
    view.put("status", isActive ? "active" : "inactive");
    view.put("policy", policy.map(current -> policy(current, now)));
    view.put(
        "system_health", health(policy.map(GlobalPolicy::health).orElse(SystemHealth.UNKNOWN)));
    view.put("available_strategies", liveStrategies(tenant));
    view.put("controller_config", config.map(StatusView::config));
    return view;
  }

  private Optional<GlobalPolicy> policy(TenantId tenant) {
    Optional<StoredFields> stored =
        StoredReads.find(firestore, Paths.of(tenant, "globalPolicy/current"));
    try {
      return stored.map(fields -> GlobalPolicyDocument.read(fields).policy());
    } catch (UnreadableDocumentException broken) {
      return Optional.empty();
    }
  }

  private Optional<MetaConfig> config(TenantId tenant) {
    Optional<StoredFields> stored = StoredReads.find(firestore, Paths.config(tenant));
    try {
      return stored.map(fields -> ConfigDocument.read(tenant, fields, environment).config().meta());
    } catch (UnreadableDocumentException | InvalidConfigurationException broken) {
      return Optional.empty();
    }
  }

  private List<String> liveStrategies(TenantId tenant) {
    return StoredReads.await(
            firestore
                .collection(Paths.of(tenant, "strategies"))
                .whereEqualTo("status", StrategyStatus.LIVE.name())
                .select("status")
                .get())
        .getDocuments()
        .stream()
        .map(document -> document.getId())
        .sorted()
        .toList();
  }

  private static SortedMap<String, Object> policy(GlobalPolicy policy, Instant now) {
    ModeLimits limits = policy.limitsAt(now);
    List<String> allowed =
        policy.isExpiredAt(now)
            ? List.of()
            : policy.allowedStrategies().stream().map(StrategyId::value).toList();
    SortedMap<String, Object> view = new TreeMap<>();
    view.put("risk_mode", policy.modeAt(now).name());
    view.put("max_risk_per_trade_pct", percent(limits.maxRiskPerTrade()));
    view.put("max_positions", limits.maxPositions());
    view.put("min_confidence_pct", percent(limits.minConfidence()));
    view.put("max_daily_trades", limits.maxDailyTrades());
    view.put("active_strategies_count", allowed.size());
    view.put("allowed_strategies", allowed);
    view.put("updated_at", policy.updatedAt());
    view.put("expires_at", policy.expiresAt());
    return view;
  }

  private static SortedMap<String, Object> health(SystemHealth health) {
    SortedMap<String, Object> view = new TreeMap<>();
    view.put("drawdown_pct", figure(health.drawdownPct()));
    view.put("winrate_pct", figure(health.winRate()).map(StatusView::percent));
    view.put("equity_slope_pct_per_day", figure(health.equitySlopePctPerDay()));
    view.put("regime", health.regime().name());
    view.put("volatility", health.volatility().name());
    view.put("consecutive_losses", count(health.consecutiveLosses()));
    view.put("days_since_profit", count(health.daysSinceProfit()));
    return view;
  }

  private static SortedMap<String, Object> config(MetaConfig config) {
    SortedMap<String, Object> view = new TreeMap<>();
    view.put("enabled", config.enabled());
    view.put("evaluation_interval_minutes", config.evaluationIntervalMinutes());
    view.put("allow_shorts", config.allowShorts());
    view.put("slope_days", config.slopeDays());
    view.put("upgrade_confirmations", config.upgradeConfirmations());
    view.put("max_strategies", config.maxStrategies());
    view.put("min_strategies", config.minStrategies());
    view.put("probation_slots", config.probationSlots());
    return view;
  }

  /** A fraction as percent, exact in decimals: 0.0075 is 0.75. */
  private static BigDecimal percent(double fraction) {
    return BigDecimal.valueOf(fraction).multiply(HUNDRED);
  }

  private static Optional<Double> figure(OptionalDouble value) {
    return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
  }

  private static Optional<Integer> count(OptionalInt value) {
    return value.isPresent() ? Optional.of(value.getAsInt()) : Optional.empty();
  }
}
