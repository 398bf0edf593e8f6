package dev.maestro.firestore.tenant;

import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.Precondition;
import com.google.cloud.firestore.WriteBatch;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.UnreadableValueException;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.port.RefusedByStoreException;
import dev.maestro.engine.port.UnavailableException;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.engine.tenant.TenantConfig;
import dev.maestro.engine.tenant.TenantForm;
import dev.maestro.engine.weights.WeightsConfig;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StaleWriteException;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredFields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The configurations of tenants in Firestore. */
public final class ConfigStore {
  private final Firestore firestore;
  private final WeightsSettings weights;

  /** Stores here, and puts what concerns weights into force there. */
  public ConfigStore(Firestore firestore, WeightsSettings weights) {
    this.firestore = firestore;
    this.weights = weights;
  }

  /** The tenant and its configuration as they were when a change began. */
  record Current(Tenant tenant, DocumentSnapshot document) {}

  /**
   * Stores a configuration as the next version, and then weighs the users of the tenant by it.
   *
   * <p>The environment of the functions is not known here; a value that only their variables make
   * invalid is found when they read it, and then the last valid version stands.
   *
   * @return the new version
   * @throws dev.maestro.engine.config.InvalidConfigurationException with all errors; nothing is
   *     stored
   * @throws StaleWriteException if the tenant does not exist, or somebody else stored one meanwhile
   * @throws NotInForceException if it is stored, and some users are not weighed by it yet
   */
  public long store(TenantId tenant, Map<String, Object> values, String by, Instant now) {
    return write(current(tenant), values, by, now);
  }

  Current current(TenantId tenant) {
    List<DocumentSnapshot> read =
        StoreCalls.await(
            firestore.getAll(
                firestore.document(Paths.tenant(tenant)),
                firestore.document(Paths.config(tenant))));
    if (!read.get(0).exists()) {
      throw new StaleWriteException(
          "tenant " + tenant + " does not exist: create it first", new IllegalStateException());
    }
    return new Current(TenantForm.of(tenant).read(StoredFields.of(read.get(0))), read.get(1));
  }

  long write(Current current, Map<String, Object> values, String by, Instant now) {
    TenantConfig.of(Fields.of("", values), current.tenant(), Map.of());
    long version = commit(current, values, by, now);
    applyWeights(current.tenant(), now);
    return version;
  }

  private long commit(Current current, Map<String, Object> values, String by, Instant now) {
    DocumentReference document = current.document().getReference();
    WriteBatch batch = firestore.batch();
    long version = 1;
    if (current.document().exists()) {
      version = 1 + ConfigDocument.newestVersion(StoredFields.of(current.document()));
      batch.update(
          document,
          ConfigDocument.fields(version, values, current.tenant(), by, now),
          Precondition.updatedAt(current.document().getUpdateTime()));
    } else {
      batch.create(document, ConfigDocument.fields(version, values, current.tenant(), by, now));
    }
    try {
      StoreCalls.await(batch.commit());
      return version;
    } catch (StaleWriteException lost) {
      throw new StaleWriteException(
          "somebody else stored a configuration of "
              + current.tenant().id()
              + " at the same time: look at it with 'tenant show' and store yours again",
          lost);
    }
  }

  /**
   * The configuration in force; empty if the tenant has none.
   *
   * @throws UnreadableValueException if the tenant's facts in it cannot be read
   * @throws dev.maestro.engine.config.InvalidConfigurationException if no version is valid
   */
  public Optional<ConfigDocument.Reading> load(TenantId tenant, Map<String, String> environment) {
    DocumentSnapshot document = StoreCalls.await(firestore.document(Paths.config(tenant)).get());
    return document.exists()
        ? Optional.of(ConfigDocument.read(tenant, StoredFields.of(document), environment))
        : Optional.empty();
  }

  /**
   * Puts the settings of the weights that are in force into the windows of every user of the
   * tenant; idempotent. If somebody stores another version meanwhile, that one follows, so that the
   * newest is the last.
   *
   * @throws NotInForceException naming the users where that failed; all others follow it
   */
  public void applyWeights(Tenant tenant, Instant now) {
    Optional<ConfigDocument.Reading> newest = load(tenant.id(), Map.of());
    while (newest.isPresent()) {
      ConfigDocument.Reading applied = newest.get();
      List<String> failures = apply(tenant, applied.config().weights(), now);
      newest = load(tenant.id(), Map.of()).filter(stored -> stored.version() != applied.version());
      if (newest.isEmpty() && !failures.isEmpty()) {
        throw new NotInForceException(applied.version(), failures);
      }
    }
  }

  /** What went wrong, by user. */
  private List<String> apply(Tenant tenant, WeightsConfig settings, Instant now) {
    List<String> failures = new ArrayList<>();
    for (Uid uid : users(tenant)) {
      try {
        weights.configure(uid, tenant.id(), settings, now);
      } catch (RefusedByStoreException | UnavailableException failed) {
        failures.add(uid + ": " + failed.getMessage());
      }
    }
    return failures;
  }

  /** Owner and users of the strategies, each once. */
  private List<Uid> users(Tenant tenant) {
    List<RegisteredStrategy> strategies =
        new StrategyStore(firestore).list(tenant.id(), tenant.ownerUid()).strategies();
    return Stream.concat(
            Stream.of(tenant.ownerUid()), strategies.stream().map(RegisteredStrategy::uid))
        .distinct()
        .sorted()
        .toList();
  }
}
