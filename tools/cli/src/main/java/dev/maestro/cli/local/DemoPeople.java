package dev.maestro.cli.local;

import dev.maestro.embedded.demo.DemoWorld;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.firestore.tenant.Member;
import dev.maestro.firestore.tenant.Role;
import dev.maestro.local.schedule.UnsignedToken;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who works in the demo tenant beside its owner, an admin, and the tokens they show. */
final class DemoPeople {
  private static final Uid OPERATOR = new Uid("operator");
  private static final Uid VIEWER = new Uid("viewer");
  private static final Uid AGENT = new Uid("agent");

  private DemoPeople() {}

  /** A viewer, an operator, and an agent of all strategies. */
  static List<Member> members() {
    List<String> strategies = DemoWorld.strategyIds().stream().map(StrategyId::value).toList();
    return List.of(
        new Member(VIEWER, Role.VIEWER, List.of(), Optional.empty()),
        new Member(OPERATOR, Role.OPERATOR, List.of(), Optional.empty()),
        new Member(AGENT, Role.AGENT, strategies, Optional.empty()));
  }

  /** Who may look at the dashboard, those first that may do least. */
  static Map<Uid, Role> lookers() {
    Map<Uid, Role> lookers = new LinkedHashMap<>();
    lookers.put(VIEWER, Role.VIEWER);
    lookers.put(OPERATOR, Role.OPERATOR);
    lookers.put(DemoWorld.UID, Role.ADMIN);
    return lookers;
  }

  static String operatorToken(String project) {
    return token(OPERATOR, DemoWorld.TENANT.id(), project);
  }

  static String agentToken(String project) {
    return token(AGENT, DemoWorld.TENANT.id(), project);
  }

  /** A token of a user of an emulated project. */
  static String token(Uid uid, TenantId tenant, String project) {
    return UnsignedToken.ofPerson(uid.value(), tenant.value(), project);
  }
}
