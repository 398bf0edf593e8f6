package dev.maestro.firestore.weights;

import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.config.InvalidConfigurationException;
import dev.maestro.engine.form.UnreadableValueException;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.port.RefusedByStoreException;
import dev.maestro.engine.reweigh.LoadWeightsConfigPort;
import dev.maestro.engine.weights.WeightsConfig;
import dev.maestro.firestore.alert.Alerts;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredFields;
import dev.maestro.firestore.tenant.ConfigDocument;
import java.time.Instant;
import java.util.Map;

/** The weights section of a tenant's configuration, for users without settings of their own. */
final class TenantWeightsConfig implements LoadWeightsConfigPort {
  private static final String SOURCE = "reweigh";

  private final Firestore firestore;
  private final Alerts alerts;
  private final Map<String, String> environment;

  TenantWeightsConfig(Firestore firestore, Alerts alerts, Map<String, String> environment) {
    this.firestore = firestore;
    this.alerts = alerts;
    this.environment = Map.copyOf(environment);
  }

  @Override
  public WeightsConfig load(TenantId tenantId, Instant now) {
    DocumentSnapshot document = StoreCalls.await(firestore.document(Paths.config(tenantId)).get());
    if (!document.exists()) {
      return WeightsConfig.DEFAULTS;
    }
    try {
      ConfigDocument.Reading reading =
          ConfigDocument.read(tenantId, StoredFields.of(document), environment);
      if (reading.isFallback()) {
        alert(tenantId, "the last valid version stands: " + reading.errors(), now);
      }
      return reading.config().weights();
    } catch (InvalidConfigurationException | UnreadableValueException invalid) {
      throw new RefusedByStoreException(
          "store a valid configuration of tenant "
              + tenantId
              + ", which also weighs its users: "
              + invalid.getMessage(),
          invalid);
    }
  }

  private void alert(TenantId tenantId, String what, Instant now) {
    alerts.raise(tenantId, AlertCode.INVALID_CONFIGURATION, what, SOURCE, now);
  }
}
