package dev.maestro.firestore.cycle;

import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.firestore.store.Paths;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The weights of a tenant's users, as a cycle uses them: those that are the tenant's. Whoever is
 * weighed for another tenant has no weight here, and a fault says so.
 */
final class UserWeights {
  private static final String TENANT_ID = "tenant_id";

  private final TenantId tenantId;
  private final StoredSet stored;
  private final TolerantReads reads;

  UserWeights(TenantId tenantId, StoredSet stored, TolerantReads reads) {
    this.tenantId = tenantId;
    this.stored = stored;
    this.reads = reads;
  }

  /** True if a user's weights say that they are another tenant's. */
  boolean isAnothers(Uid uid) {
    return stored
        .fields(Paths.weights(uid))
        .flatMap(fields -> fields.reading(TENANT_ID, Kinds.TENANT).value())
        .filter(named -> !named.equals(tenantId))
        .isPresent();
  }

  /** By agent; of an agent that two users have, the smaller weight counts. */
  SortedMap<String, BigDecimal> byAgent(List<RegisteredStrategy> strategies) {
    SortedMap<String, BigDecimal> weights = new TreeMap<>();
    SortedSet<Uid> foreign = new TreeSet<>();
    for (RegisteredStrategy strategy : strategies) {
      if (isAnothers(strategy.uid())) {
        foreign.add(strategy.uid());
      } else {
        weight(strategy)
            .ifPresent(weight -> weights.merge(strategy.agentId(), weight, BigDecimal::min));
      }
    }
    foreign.forEach(this::tell);
    return weights;
  }

  private Optional<BigDecimal> weight(RegisteredStrategy strategy) {
    return reads
        .read(
            Paths.weights(strategy.uid()),
            AlertCode.UNREADABLE_WEIGHTS,
            fields -> ours(fields).fields("weights").find(strategy.agentId(), Kinds.DECIMAL))
        .flatMap(Function.identity());
  }

  /** Weights that do not say whose they are are nobody's. */
  private static Fields ours(Fields fields) {
    fields.get(TENANT_ID, Kinds.TENANT);
    return fields;
  }

  private void tell(Uid uid) {
    reads.fault(
        AlertCode.FOREIGN_USER,
        Paths.weights(uid)
            + " are another tenant's and do not count: name a user of tenant "
            + tenantId
            + " in the strategies of "
            + uid);
  }
}
