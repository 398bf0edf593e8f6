package dev.maestro.firestore.api;

import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.Query;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.UnreadableValueException;
import dev.maestro.engine.meta.GlobalPolicy;
import dev.maestro.engine.meta.MetaState;
import dev.maestro.engine.meta.MetaStateForm;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.name.TenantId;
import dev.maestro.firestore.api.page.StoredReads;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoredFields;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The policies of a tenant as they are stored, now and before. */
public final class TenantPolicies {
  private static final String TRADING = "policy/current";
  private static final String GLOBAL = "globalPolicy/current";

  private final Firestore firestore;
  private final TenantId tenant;

  /** Reads those of a tenant. */
  public TenantPolicies(Firestore firestore, TenantId tenant) {
    this.firestore = firestore;
    this.tenant = tenant;
  }

  /** The trading policy of the newest cycle; empty if there was none. */
  public Optional<Fields> trading() {
    return StoredReads.find(firestore, Paths.of(tenant, TRADING));
  }

  /** What the meta controller said last; empty if it has said nothing. */
  public Optional<Fields> global() {
    return StoredReads.find(firestore, Paths.of(tenant, GLOBAL));
  }

  /** The same, read; empty too if it cannot be, or is of a time to come. */
  public Optional<GlobalPolicy> acting(Instant now) {
    return global()
        .flatMap(TenantPolicies::state)
        .filter(state -> !state.isOfTimeToCome(now))
        .map(MetaState::policy);
  }

  /** An evaluation as it is stored; empty if it cannot be read. */
  static Optional<MetaState> state(Fields stored) {
    try {
      return Optional.of(MetaStateForm.FORM.read(stored));
    } catch (UnreadableValueException broken) {
      return Optional.empty();
    }
  }

  /** The trading policies that were new, newest first. */
  public List<Fields> tradingHistory(int limit) {
    return history(TRADING, "evaluated_at", limit);
  }

  /** What the meta controller said, newest first. */
  public List<Fields> globalHistory(int limit) {
    return history(GLOBAL, "updated_at", limit);
  }

  /** What feeders bring of a symbol; empty if nothing is there. */
  public Optional<Fields> market(Symbol symbol) {
    return StoredReads.find(firestore, Paths.marketData(tenant, symbol));
  }

  private List<Fields> history(String current, String time, int limit) {
    return StoredReads.await(
            firestore
                .collection(Paths.of(tenant, current + "/history"))
                .orderBy(time, Query.Direction.DESCENDING)
                .limit(limit)
                .get())
        .getDocuments()
        .stream()
        .map(StoredFields::of)
        .toList();
  }
}
