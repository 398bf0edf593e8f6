package dev.maestro.firestore.tenant;

import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import dev.maestro.engine.config.InvalidConfigurationException;
import dev.maestro.engine.form.UnreadableValueException;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.port.StoreVersion;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.engine.tenant.TenantForm;
import dev.maestro.engine.tenant.TenantStrategies;
import dev.maestro.engine.tenant.settings.ConfigInForce;
import dev.maestro.engine.tenant.settings.ConfigsPort;
import dev.maestro.engine.tenant.settings.NextConfig;
import dev.maestro.engine.tenant.settings.StoredConfig;
import dev.maestro.firestore.store.DocumentVersion;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredFields;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The configurations of tenants in Firestore. */
public final class FirestoreConfigs implements ConfigsPort {
  private final Firestore firestore;
  private final Map<String, String> environment;

  /**
   * Reads and writes here.
   *
   * @param environment variables of the process, which stand in for what a tenant left out
   */
  public FirestoreConfigs(Firestore firestore, Map<String, String> environment) {
    this.firestore = firestore;
    this.environment = Map.copyOf(environment);
  }

  @Override
  public Optional<ConfigInForce> load(TenantId tenant) {
    DocumentSnapshot document = StoreCalls.await(firestore.document(Paths.config(tenant)).get());
    try {
      return document.exists()
          ? Optional.of(ConfigDocument.read(tenant, StoredFields.of(document), environment))
          : Optional.empty();
    } catch (UnreadableValueException unreadable) {
      throw new InvalidConfigurationException(List.of(String.valueOf(unreadable.getMessage())));
    }
  }

  @Override
  public Optional<StoredConfig> find(TenantId tenant) {
    List<DocumentSnapshot> read =
        StoreCalls.await(
            firestore.getAll(
                firestore.document(Paths.tenant(tenant)),
                firestore.document(Paths.config(tenant))));
    if (!read.get(0).exists()) {
      return Optional.empty();
    }
    DocumentSnapshot config = read.get(1);
    return Optional.of(
        new StoredConfig(
            TenantForm.of(tenant).read(StoredFields.of(read.get(0))),
            config.exists() ? ConfigDocument.newestVersion(StoredFields.of(config)) : 0,
            DocumentVersion.of(config)));
  }

  @Override
  public boolean replace(NextConfig next, StoreVersion before) {
    return DocumentVersion.of(before)
        .replace(firestore, Paths.config(next.tenant().id()), ConfigDocument.fields(next));
  }

  @Override
  public TenantStrategies strategies(Tenant tenant) {
    return new StrategyStore(firestore).list(tenant.id(), tenant.ownerUid());
  }
}
