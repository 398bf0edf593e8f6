package dev.maestro.firestore.api;

import com.google.cloud.firestore.Firestore;
import dev.maestro.engine.config.InvalidConfigurationException;
import dev.maestro.engine.form.Written;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.port.RefusedInputException;
import dev.maestro.engine.tenant.settings.ConfigInForce;
import dev.maestro.engine.tenant.shown.ConfigAnswer;
import dev.maestro.firestore.tenant.FirestoreConfigs;
import java.util.Map;
import java.util.Optional;

/** The configuration of a tenant: every value in force, and where it comes from. */
public final class ConfigView {
  private final FirestoreConfigs configs;
  private final Map<String, String> environment;

  /**
   * Reads here.
   *
   * @param environment variables of the process, which stand in for what a tenant left out
   */
  public ConfigView(Firestore firestore, Map<String, String> environment) {
    this.configs = new FirestoreConfigs(firestore, environment);
    this.environment = Map.copyOf(environment);
  }

  /**
   * The fields of {@code GET /api/maestro/config}; empty if nothing is configured.
   *
   * @throws RefusedInputException if there is no such section
   */
  public Optional<Written> of(TenantId tenant, Optional<String> section)
      throws RefusedInputException {
    return answer(tenant, section).map(ConfigAnswer::written);
  }

  /**
   * The same, not yet written.
   *
   * @throws RefusedInputException if there is no such section
   */
  public Optional<ConfigAnswer> answer(TenantId tenant, Optional<String> section)
      throws RefusedInputException {
    try {
      Optional<ConfigInForce> found = configs.load(tenant);
      return found.isPresent()
          ? Optional.of(ConfigAnswer.of(found.get(), environment, section))
          : Optional.empty();
    } catch (InvalidConfigurationException unusable) {
      return Optional.of(ConfigAnswer.unusable(unusable.errors()));
    }
  }
}
