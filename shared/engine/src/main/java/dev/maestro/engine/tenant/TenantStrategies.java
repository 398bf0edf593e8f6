package dev.maestro.engine.tenant;

import dev.maestro.engine.name.Uid;
import dev.maestro.engine.signal.RegisteredStrategy;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All strategies of a tenant. One that cannot be read costs only itself: it is not registered, so
 * its signals are refused.
 *
 * @param known sorted by id
 * @param errors what is wrong, by the name under which the strategy is stored
 */
public record TenantStrategies(List<RegisteredStrategy> known, SortedMap<String, String> errors) {
  /** Sorts, and keeps its own copies. */
  public TenantStrategies {
    known = known.stream().sorted(Comparator.comparing(RegisteredStrategy::id)).toList();
    errors = Collections.unmodifiableSortedMap(new TreeMap<>(errors));
  }

  /** The users whose journals hold the tenant's trades: its owner, and those of its strategies. */
  public SortedSet<Uid> users(Tenant tenant) {
    SortedSet<Uid> users = new TreeSet<>();
    users.add(tenant.ownerUid());
    known.forEach(strategy -> users.add(strategy.uid()));
    return users;
  }
}
