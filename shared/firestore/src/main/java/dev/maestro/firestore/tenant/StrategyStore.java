package dev.maestro.firestore.tenant;

import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.WriteBatch;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.port.StoreVersion;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.signal.RegisteredStrategyForm;
import dev.maestro.engine.signal.StrategyStatus;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.engine.tenant.TenantStrategies;
import dev.maestro.engine.tenant.strategy.StandingStrategy;
import dev.maestro.engine.tenant.strategy.StrategiesPort;
import dev.maestro.firestore.stats.Watermark;
import dev.maestro.firestore.store.DocumentVersion;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StaleWriteException;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredValue;
import java.util.List;
import java.util.Optional;

/** The strategies of tenants in Firestore. */
public final class StrategyStore implements StrategiesPort {
  private final Firestore firestore;

  /** Reads and writes here. */
  public StrategyStore(Firestore firestore) {
    this.firestore = firestore;
  }

  /**
   * Registers a strategy. Its journal may have a past, so the next cycle looks for it.
   *
   * @throws StaleWriteException if its id is taken
   */
  public void add(TenantId tenant, RegisteredStrategy strategy) {
    try {
      StoreCalls.await(
          document(tenant, strategy.id())
              .create(StoredValue.map(RegisteredStrategyForm.FACTS.write(strategy))));
    } catch (StaleWriteException taken) {
      throw new StaleWriteException(
          "strategy " + strategy.id() + " of " + tenant + " exists already: choose another id",
          taken);
    }
    Watermark.remove(firestore, tenant);
  }

  @Override
  public StandingStrategy find(Tenant tenant, StrategyId id) {
    DocumentSnapshot found = StoreCalls.await(document(tenant.id(), id).get());
    return new StandingStrategy(
        found.exists(),
        found.exists()
            ? StrategyDocument.readAll(List.of(found), tenant.ownerUid()).known().stream()
                .findFirst()
            : Optional.empty(),
        DocumentVersion.of(found));
  }

  @Override
  public boolean replace(Tenant tenant, RegisteredStrategy strategy, StoreVersion before) {
    WriteBatch batch = firestore.batch();
    DocumentVersion.of(before)
        .replace(
            batch,
            document(tenant.id(), strategy.id()),
            StoredValue.map(RegisteredStrategyForm.FACTS.write(strategy)));
    return StoreCalls.isWritten(batch);
  }

  @Override
  public void lookAgain(Tenant tenant) {
    Watermark.remove(firestore, tenant.id());
  }

  /** All strategies of a tenant, and what is wrong with those that cannot be read. */
  public TenantStrategies list(TenantId tenant, Uid ownerUid) {
    return StrategyDocument.readAll(
        StoreCalls.await(firestore.collection(Paths.of(tenant, "strategies")).get()).getDocuments(),
        ownerUid);
  }

  /** Their ids, also of those that cannot be read. */
  public List<String> ids(TenantId tenant) {
    return StoreCalls.await(firestore.collection(Paths.of(tenant, "strategies")).get())
        .getDocuments()
        .stream()
        .map(DocumentSnapshot::getId)
        .toList();
  }

  /**
   * Sets the status of a strategy and leaves everything else as it is.
   *
   * @throws StaleWriteException if there is no such strategy
   */
  public void setStatus(TenantId tenant, StrategyId strategy, StrategyStatus status) {
    try {
      StoreCalls.await(document(tenant, strategy).update("status", status.name()));
    } catch (StaleWriteException absent) {
      throw new StaleWriteException(
          "strategy " + strategy + " of " + tenant + " is not registered: see 'strategy list'",
          absent);
    }
  }

  private DocumentReference document(TenantId tenant, StrategyId strategy) {
    return firestore.document(Paths.of(tenant, "strategies/" + strategy));
  }
}
