package dev.maestro.firestore.api;

import com.google.cloud.firestore.Firestore;
import dev.maestro.engine.config.InvalidConfigurationException;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.UnreadableValueException;
import dev.maestro.engine.form.View;
import dev.maestro.engine.form.Written;
import dev.maestro.engine.meta.MetaConfig;
import dev.maestro.engine.meta.MetaConfigForm;
import dev.maestro.engine.meta.health.SystemHealth;
import dev.maestro.engine.meta.shown.ActingPolicy;
import dev.maestro.engine.meta.shown.HealthReport;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.signal.StrategyStatus;
import dev.maestro.firestore.api.page.StoredReads;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.tenant.ConfigDocument;
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
  private static final View<Status> STATUS =
      View.<Status>empty()
          .with("status", status -> status.isActive() ? "active" : "inactive")
          .with("policy", status -> status.policy().map(ActingPolicy.VIEW::write))
          .with("not_selected", Status::notSelected)
          .with("system_health", status -> ActingPolicy.HEALTH.write(status.health()))
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
    return STATUS.written(new Status(acting(tenant, now), config(tenant), liveStrategies(tenant)));
  }

  /** The fields of {@code GET /api/msc/health}. */
  public Written health(TenantId tenant, Instant now) {
    return new HealthReport(acting(tenant, now)).written();
  }

  private Optional<ActingPolicy> acting(TenantId tenant, Instant now) {
    return new TenantPolicies(firestore, tenant)
        .acting(now)
        .map(policy -> new ActingPolicy(policy, now));
  }

  /** What is known of a tenant. */
  private record Status(
      Optional<ActingPolicy> policy, Optional<MetaConfig> config, List<String> live) {
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
}
