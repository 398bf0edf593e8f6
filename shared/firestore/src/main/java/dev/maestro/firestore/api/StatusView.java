package dev.maestro.firestore.api;

import com.google.cloud.firestore.Firestore;
import dev.maestro.engine.config.InvalidConfigurationException;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.UnreadableValueException;
import dev.maestro.engine.form.View;
import dev.maestro.engine.form.Written;
import dev.maestro.engine.meta.GlobalPolicy;
import dev.maestro.engine.meta.MetaConfig;
import dev.maestro.engine.meta.MetaConfigForm;
import dev.maestro.engine.meta.MetaStateForm;
import dev.maestro.engine.meta.health.SystemHealth;
import dev.maestro.engine.meta.risk.ModeLimits;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.signal.StrategyStatus;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.tenant.ConfigDocument;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the meta controller says of a tenant, and who of its LIVE strategies may open positions:
 * those allowed, those on probation, and nobody else. A policy that has expired shows as DEFENSIVE
 * without a strategy; one that is missing or cannot be read is null; in all three cases the status
 * is inactive. Unknown figures are null.
 */
public final class StatusView {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private static final View<Policy> POLICY =
      View.<Policy>empty()
          .with("risk_mode", shown -> shown.policy().modeAt(shown.now()))
          .with("max_risk_per_trade_pct", shown -> percent(shown.limits().maxRiskPerTrade()))
          .with("max_positions", shown -> shown.limits().maxPositions())
          .with("min_confidence_pct", shown -> percent(shown.limits().minConfidence()))
          .with("max_daily_trades", shown -> shown.limits().maxDailyTrades())
          .with("active_strategies_count", shown -> shown.allowed().size())
          .with("allowed_strategies", Policy::allowed)
          .with("probation", Policy::probation)
          .with("updated_at", shown -> shown.policy().updatedAt())
          .with("expires_at", shown -> shown.policy().expiresAt());

  private static final View<SystemHealth> HEALTH =
      View.<SystemHealth>empty()
          .with("drawdown_pct", SystemHealth::drawdownPct)
          .with("winrate_pct", StatusView::winRate)
          .with("equity_slope_pct_per_day", SystemHealth::equitySlopePctPerDay)
          .with("regime", SystemHealth::regime)
          .with("volatility", SystemHealth::volatility)
          .with("consecutive_losses", SystemHealth::consecutiveLosses)
          .with("days_since_profit", SystemHealth::daysSinceProfit);

  private static final View<Status> STATUS =
      View.<Status>empty()
          .with("status", status -> status.isActive() ? "active" : "inactive")
          .with("policy", status -> status.policy().map(POLICY::write))
          .with("not_selected", Status::notSelected)
          .with("system_health", status -> HEALTH.write(status.health()))
          .with("available_strategies", Status::live)
          .with("controller_config", status -> status.config().map(MetaConfigForm.VIEW::write));

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
  public Written of(TenantId tenant, Instant now) {
    Optional<Policy> policy = policy(tenant).map(current -> new Policy(current, now));
    return STATUS.written(new Status(policy, config(tenant), liveStrategies(tenant)));
  }

  /** What is known of a tenant. */
  private record Status(Optional<Policy> policy, Optional<MetaConfig> config, List<String> live) {
    boolean isActive() {
      return config.filter(MetaConfig::enabled).isPresent()
          && policy.filter(known -> !known.isExpired()).isPresent();
    }

    /** Where nobody selects, nobody is left out; where the policy is missing, everybody. */
    List<String> notSelected() {
      if (config.filter(known -> !known.enabled()).isPresent()) {
        return List.of();
      }
      Set<String> selected = new TreeSet<>();
      policy.ifPresent(
          known -> {
            selected.addAll(known.allowed());
            selected.addAll(known.probation());
          });
      return live.stream().filter(id -> !selected.contains(id)).toList();
    }

    SystemHealth health() {
      return policy.map(known -> known.policy().health()).orElse(SystemHealth.UNKNOWN);
    }
  }

  /** A policy as it stands at a time. */
  private record Policy(GlobalPolicy policy, Instant now) {
    boolean isExpired() {
      return policy.isExpiredAt(now);
    }

    ModeLimits limits() {
      return policy.limitsAt(now);
    }

    List<String> allowed() {
      return isExpired() ? List.of() : policy.allowedStrategies();
    }

    List<String> probation() {
      return isExpired() ? List.of() : policy.probation();
    }
  }

  private Optional<GlobalPolicy> policy(TenantId tenant) {
    Optional<Fields> stored = StoredReads.find(firestore, Paths.of(tenant, "globalPolicy/current"));
    try {
      return stored.map(fields -> MetaStateForm.FORM.read(fields).policy());
    } catch (UnreadableValueException broken) {
      return Optional.empty();
    }
  }

  private Optional<MetaConfig> config(TenantId tenant) {
    Optional<Fields> stored = StoredReads.find(firestore, Paths.config(tenant));
    try {
      return stored.map(fields -> ConfigDocument.read(tenant, fields, environment).config().meta());
    } catch (UnreadableValueException | InvalidConfigurationException broken) {
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

  /** A fraction as percent, exact in decimals: 0.0075 is 0.75. */
  private static BigDecimal percent(double fraction) {
    return BigDecimal.valueOf(fraction).multiply(HUNDRED);
  }

  private static Optional<BigDecimal> winRate(SystemHealth health) {
    return health.winRate().isPresent()
        ? Optional.of(percent(health.winRate().getAsDouble()))
        : Optional.empty();
  }
}
