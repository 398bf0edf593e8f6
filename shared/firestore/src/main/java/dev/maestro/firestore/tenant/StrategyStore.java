package dev.maestro.firestore.tenant;

import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.Firestore;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.signal.RegisteredStrategyForm;
import dev.maestro.engine.signal.StrategyStatus;
import dev.maestro.engine.tenant.TenantStrategies;
import dev.maestro.firestore.stats.Watermark;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StaleWriteException;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredValue;

/** The strategies of tenants in Firestore. */
public final class StrategyStore {
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

  /** All strategies of a tenant, and what is wrong with those that cannot be read. */
  public TenantStrategies list(TenantId tenant, Uid ownerUid) {
    return StrategyDocument.readAll(
        StoreCalls.await(firestore.collection(Paths.of(tenant, "strategies")).get()).getDocuments(),
        ownerUid);
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
