package dev.maestro.functions.status;

import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredValue;
import dev.maestro.firestore.tenant.Member;
import dev.maestro.firestore.tenant.MemberStore;
import dev.maestro.firestore.tenant.Role;
import dev.maestro.firestore.tenant.StrategyStore;
import dev.maestro.firestore.tenant.TenantStore;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A tenant of a {@link QuickSystem} without bars and without an account, so that nothing opens: its
 * owner, an agent of some strategies, and a viewer.
 */
final class QuickTenant {
  static final Uid OWNER = new Uid("ann");
  private static final Uid AGENT = new Uid("bot");
  private static final Uid VIEWER = new Uid("vera");
  private static final TenantId TENANT = new TenantId("quick");

  private QuickTenant() {}

  /** Creates it; cycles take it up with the next slot. */
  static void create(QuickSystem system, List<String> strategies) {
    Instant now = Instant.now();
    new TenantStore(system.firestore())
        .create(
            new Tenant(TENANT, "Quick", true, BigDecimal.TEN, ZoneOffset.UTC, OWNER),
            Map.of(),
            "test",
            now);
    MemberStore members = new MemberStore(system.firestore());
    members.put(TENANT, new Member(AGENT, Role.AGENT, strategies, Optional.of(now)));
    members.put(TENANT, new Member(VIEWER, Role.VIEWER, List.of(), Optional.of(now)));
    for (String strategy : strategies) {
      new StrategyStore(system.firestore())
          .add(TENANT, RegisteredStrategy.live(new StrategyId(strategy), OWNER));
    }
  }

  /** Gives its owner weights, as closed trades would. */
  static void weigh(QuickSystem system, Map<String, String> weights) {
    Map<String, Object> fields =
        Map.of(
            "weights",
            weights,
            "cash",
            "0.0000000000",
            "tenant_id",
            TENANT.value(),
            "computed_at",
            Instant.now());
    StoreCalls.await(
        system.firestore().document(Paths.weights(OWNER)).set(StoredValue.map(fields)));
  }

  /** The token of a member: ann owns, bot sends, vera looks; anybody else is a stranger. */
  static String token(String uid) {
    return QuickSystem.token(new Uid(uid), TENANT);
  }

  /** What an agent needs in its environment: it sends as itself and reads as a viewer. */
  static Map<String, String> variables(QuickSystem system) {
    Map<String, String> variables = new TreeMap<>(system.variables());
    variables.put("MAESTRO_TOKEN", token(VIEWER.value()));
    variables.put("MAESTRO_AGENT_TOKEN", token(AGENT.value()));
    return variables;
  }
}
