package dev.maestro.firestore.tenant;

import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.FieldPath;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.QueryDocumentSnapshot;
import com.google.cloud.firestore.WriteBatch;
import dev.maestro.engine.control.TradingState;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.engine.tenant.TenantConfig;
import dev.maestro.engine.tenant.TenantForm;
import dev.maestro.engine.tenant.TenantStats;
import dev.maestro.engine.tenant.settings.NextConfig;
import dev.maestro.engine.throttle.ClosedDays;
import dev.maestro.firestore.audit.ChainDocument;
import dev.maestro.firestore.stats.StatsDocument;
import dev.maestro.firestore.stats.ThrottleDocument;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StaleWriteException;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredFields;
import dev.maestro.firestore.store.StoredValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The tenants in Firestore. */
public final class TenantStore {
  private final Firestore firestore;

  /** Reads and writes here. */
  public TenantStore(Firestore firestore) {
    this.firestore = firestore;
  }

  /**
   * The ids of the tenants that have cycles, sorted.
   *
   * @param unusable is told every active document whose name no tenant can have
   */
  public List<TenantId> activeTenants(Consumer<String> unusable) {
    return StoreCalls.await(
            firestore
                .collection(Paths.TENANTS)
                .whereEqualTo("active", true)
                .select(FieldPath.documentId())
                .get())
        .getDocuments()
        .stream()
        .map(QueryDocumentSnapshot::getId)
        .flatMap(name -> id(name, unusable).stream())
        .sorted()
        .toList();
  }

  private static Optional<TenantId> id(String name, Consumer<String> unusable) {
    Optional<TenantId> id = TenantId.of(name);
    if (id.isEmpty()) {
      unusable.accept(name);
    }
    return id;
  }

  /**
   * The facts of a tenant; empty if there is none of that id.
   *
   * @throws dev.maestro.engine.form.UnreadableValueException naming field and mend
   */
  public Optional<Tenant> load(TenantId tenant) {
    DocumentSnapshot document = StoreCalls.await(firestore.document(Paths.tenant(tenant)).get());
    return document.exists()
        ? Optional.of(TenantForm.of(tenant).read(StoredFields.of(document)))
        : Optional.empty();
  }

  /**
   * Creates a tenant with its configuration, its owner as admin, its kill switch open, and no past:
   * all of it or, if any of these documents exists, nothing.
   *
   * @param values the first configuration; empty: all defaults
   * @param by who creates it
   * @throws StaleWriteException if the id is taken
   * @throws dev.maestro.engine.config.InvalidConfigurationException with all errors of the values
   */
  public void create(Tenant tenant, Map<String, Object> values, String by, Instant now) {
    TenantConfig.of(Fields.of("", values), tenant, Map.of());
    Map<String, Object> facts = StoredValue.map(TenantForm.FACTS.write(tenant));
    facts.put("created_at", StoredValue.time(now));
    Member owner = new Member(tenant.ownerUid(), Role.ADMIN, List.of(), Optional.of(now));
    WriteBatch batch = firestore.batch();
    batch.create(firestore.document(Paths.tenant(tenant.id())), facts);
    batch.create(
        firestore.document(Paths.config(tenant.id())),
        ConfigDocument.fields(new NextConfig(tenant, 1, Fields.of("", values), by, now)));
    batch.create(
        firestore.document(Paths.of(tenant.id(), "users/" + owner.uid())),
        StoredValue.map(MemberForm.FACTS.write(owner)));
    batch.create(
        firestore.document(Paths.of(tenant.id(), "control/state")),
        StoredValue.map(
            Map.of("state", TradingState.ACTIVE, "reason", "tenant created", "by", by, "at", now)));
    noPast(batch, tenant.id(), now);
    try {
      StoreCalls.await(batch.commit());
    } catch (StaleWriteException taken) {
      throw new StaleWriteException(
          "tenant " + tenant.id() + " exists already: choose another id, or see 'tenant show'",
          taken);
    }
  }

  /** A new tenant has no past, which is not the same as one that cannot be read. */
  private void noPast(WriteBatch batch, TenantId tenant, Instant now) {
    batch.create(firestore.document(Paths.of(tenant, ChainDocument.PATH)), ChainDocument.begun());
    LocalDate yesterday = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(1);
    batch.create(
        firestore.document(Paths.of(tenant, ThrottleDocument.PATH)),
        ThrottleDocument.fields(new ClosedDays(new TreeMap<>(), yesterday, now)));
    batch.create(
        firestore.document(Paths.of(tenant, StatsDocument.PATH)),
        StatsDocument.fields(TenantStats.empty(now)));
  }
}
