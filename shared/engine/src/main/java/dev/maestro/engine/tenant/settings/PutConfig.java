package dev.maestro.engine.tenant.settings;

import dev.maestro.engine.config.InvalidConfigurationException;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.port.RefusedByStoreException;
import dev.maestro.engine.port.UnavailableException;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.engine.tenant.TenantConfig;
import dev.maestro.engine.tenant.UnknownTenantException;
import dev.maestro.engine.tenant.member.ForeignUserException;
import dev.maestro.engine.weights.WeightsConfig;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Stores a tenant's configuration as the next version, and puts it into force: cycles read it when
 * they begin, the weights of the tenant's users are made anew by it at once.
 */
public final class PutConfig {
  private final ConfigsPort configs;
  private final ConfigureWeightsPort weights;

  /** Stores here, and puts what concerns weights into force there. */
  public PutConfig(ConfigsPort configs, ConfigureWeightsPort weights) {
    this.configs = configs;
    this.weights = weights;
  }

  /**
   * What was stored.
   *
   * @param version the new one
   * @param before in force until now; empty: none was, or none that can be used
   * @param after in force from now on
   */
  public record Stored(long version, Optional<TenantConfig> before, TenantConfig after) {}

  /**
   * Stores a configuration, and then weighs the users of the tenant by it.
   *
   * <p>The environment of the functions is not known here; a value that only their variables make
   * invalid is found when they read it, and then the last valid version stands.
   *
   * @param change against what is in force
   * @param by who stores it
   * @throws InvalidConfigurationException with all errors, also if nothing valid is there that the
   *     change could be merged into; nothing is stored
   * @throws UnknownTenantException if the tenant does not exist
   * @throws OvertakenException if somebody else stored one meanwhile; nothing is stored
   * @throws NotInForceException if it is stored, and some users are not weighed by it yet
   */
  public Stored put(TenantId tenant, ConfigChange change, String by, Instant now) {
    StoredConfig stored =
        configs
            .find(tenant)
            .orElseThrow(
                () ->
                    new UnknownTenantException(
                        "tenant " + tenant + " does not exist: create it first"));
    Optional<TenantConfig> before = before(tenant, change);
    Fields values = change.after(before.map(TenantConfig::values).orElse(Fields.EMPTY));
    TenantConfig after = TenantConfig.of(values, stored.tenant(), Map.of());
    NextConfig next = new NextConfig(stored.tenant(), stored.newest() + 1, values, by, now);
    if (!configs.replace(next, stored.version())) {
      throw new OvertakenException(tenant);
    }
    applyWeights(stored.tenant(), now);
    return new Stored(next.version(), before, after);
  }

  /** What is in force, read after the version that the change will be stored in place of. */
  private Optional<TenantConfig> before(TenantId tenant, ConfigChange change) {
    try {
      return configs.load(tenant).map(ConfigInForce::config);
    } catch (InvalidConfigurationException unusable) {
      if (change.isWhole()) {
        return Optional.empty();
      }
      throw unusable;
    }
  }

  /**
   * Puts the settings of the weights that are in force into the windows of every user of the
   * tenant; idempotent. If somebody stores another version meanwhile, that one follows, so that the
   * newest is the last.
   *
   * @throws NotInForceException naming the users where that failed; all others follow it
   */
  public void applyWeights(Tenant tenant, Instant now) {
    Optional<ConfigInForce> newest = configs.load(tenant.id());
    while (newest.isPresent()) {
      ConfigInForce applied = newest.get();
      List<String> failures = apply(tenant, applied.config().weights(), now);
      newest = configs.load(tenant.id()).filter(stored -> stored.version() != applied.version());
      if (newest.isEmpty() && !failures.isEmpty()) {
        throw new NotInForceException(applied.version(), failures);
      }
    }
  }

  /**
   * What was refused or not answered, by user. A fault of ours is thrown when all others were
   * reached: it is none that storing again mends.
   */
  private List<String> apply(Tenant tenant, WeightsConfig settings, Instant now) {
    List<String> failures = new ArrayList<>();
    Optional<RuntimeException> fault = Optional.empty();
    for (Uid uid : configs.strategies(tenant).users(tenant)) {
      try {
        weights.configure(uid, tenant.id(), settings, now);
      } catch (ForeignUserException | RefusedByStoreException | UnavailableException failed) {
        failures.add(uid + ": " + failed.getMessage());
      } catch (RuntimeException ours) {
        fault = Optional.of(ours);
      }
    }
    if (fault.isPresent()) {
      throw fault.get();
    }
    return failures;
  }
}
