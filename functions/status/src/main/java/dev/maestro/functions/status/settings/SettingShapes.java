package dev.maestro.functions.status.settings;

import dev.maestro.engine.market.HealthRegime;
import dev.maestro.engine.signal.StrategyStatus;
import dev.maestro.firestore.tenant.Role;
import dev.maestro.functions.status.shape.Shape;
import java.util.Arrays;

/** What admins send, and are answered, as openapi.json tells it. */
public final class SettingShapes {
  /** {@code PUT strategies/{id}}. */
  public static final Shape STRATEGY =
      Shape.object()
          .has("status", Shape.spoken(StrategyStatus.class))
          .may("name", Shape.TEXT.says("For people; the id without it"))
          .may("uid", Shape.TEXT.says("Whose journal its trades are in; the owner without it"))
          .may("agent_id", Shape.TEXT.says("The key of its weight; the id without it"))
          .may("regime_tags", Shape.list(Shape.oneOf(HealthRegime.names().toArray(String[]::new))))
          .may("allow_shorts", Shape.FLAG)
          .may("scale_in", Shape.FLAG)
          .may("version", Shape.TEXT.says("The model, prompt or code; 1 to 100 characters"));

  /** The strategy as it stands then. */
  public static final Shape STRATEGY_STANDS =
      Shape.object()
          .has("outcome", Shape.oneOf("REGISTERED", "CHANGED", "UNCHANGED"))
          .has("id", Shape.TEXT)
          .has("name", Shape.TEXT)
          .has("status", Shape.word(StrategyStatus.class))
          .has("uid", Shape.TEXT)
          .has("agent_id", Shape.TEXT)
          .has("regime_tags", Shape.list(Shape.TEXT))
          .has("allow_shorts", Shape.FLAG)
          .has("scale_in", Shape.FLAG)
          .has("version", Shape.TEXT.orNull());

  /** {@code PUT members/{uid}}. */
  public static final Shape MEMBER =
      Shape.object()
          .has(
              "role",
              Shape.oneOf(Arrays.stream(Role.values()).map(Role::word).toArray(String[]::new)))
          .may("strategies", Shape.list(Shape.TEXT).says("Of an agent: whose signals it sends"))
          .may("accounts", Shape.list(Shape.TEXT).says("Of an executor: whose orders it claims"));

  /** The membership as it stands then. */
  public static final Shape MEMBER_STANDS =
      Shape.object()
          .has("outcome", Shape.oneOf("STORED", "UNCHANGED"))
          .has("uid", Shape.TEXT)
          .has("role", Shape.TEXT)
          .has("strategies", Shape.list(Shape.TEXT))
          .has("accounts", Shape.list(Shape.TEXT));

  private SettingShapes() {}
}
