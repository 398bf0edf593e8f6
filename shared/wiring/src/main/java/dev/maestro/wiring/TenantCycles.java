package dev.maestro.wiring;

import dev.maestro.engine.EngineVersion;
import dev.maestro.engine.conduct.Conclusion;
import dev.maestro.engine.conduct.ConductSlot;
import dev.maestro.engine.conduct.MarketPort;
import dev.maestro.engine.conduct.narration.CycleNarrator;
import dev.maestro.engine.meta.MetaConfig;
import dev.maestro.engine.narration.Narrator;
import dev.maestro.engine.policy.profile.ResolvedProfile;
import dev.maestro.engine.tenant.TenantConfig;
import dev.maestro.engine.tenant.Variables;
import dev.maestro.firestore.cycle.FirestoreCycles;
import dev.maestro.google.log.CloudLog;
import dev.maestro.google.pubsub.CycleMessage;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Cycles of tenants on Firestore, and what is said of them. */
public final class TenantCycles {
  private final ConductSlot conducting;

  /**
   * Cycles that ask this market.
   *
   * @throws dev.maestro.engine.config.InvalidConfigurationException if the environment names no
   *     profile of the trading policy, or a parameter or the controller's interval out of its
   *     range: the function does not start
   */
  public TenantCycles(CloudParts parts, MarketPort market) {
    this(parts, market, Optional.empty());
  }

  /**
   * The same, told by a narrator.
   *
   * @param narrator empty: nobody is asked
   */
  public TenantCycles(CloudParts parts, MarketPort market, Optional<Narrator> narrator) {
    Map<String, String> environment = parts.settings().environment();
    ResolvedProfile profile = Variables.check(environment);
    parts.log().info(profile.startupLine(), start(profile, environment));
    this.conducting =
        new ConductSlot(
                new FirestoreCycles(parts.firestore(), environment),
                market,
                (tenant, code, message, now) ->
                    parts.alerts().raise(tenant, code, message, parts.function(), now),
                parts.clock(),
                parts.settings().slotLease(),
                EngineVersion.CURRENT)
            .publishing(new IntentMessages(parts))
            .narrating(
                narrator
                    .map(
                        by ->
                            new CycleNarrator(
                                by,
                                new LoggedNarrations(parts),
                                parts.alerts().from(parts.function())))
                    .orElse(CycleNarrator.NOBODY));
  }

  /**
   * Decides a slot.
   *
   * @param eventId of the delivery, for people
   * @throws dev.maestro.engine.conduct.BusySlotException if it must come again
   */
  public Conclusion conduct(CycleMessage message, String eventId) {
    String owner = eventId + "/" + UUID.randomUUID();
    return conducting.conduct(message.tenant(), message.slot(), owner);
  }

  private static Map<String, ?> start(ResolvedProfile profile, Map<String, String> environment) {
    MetaConfig meta = TenantConfig.metaOf(environment);
    return Map.of(
        "event", "start",
        "profile", profile.profile().name().name(),
        "msc_enabled", meta.enabled(),
        "evaluation_interval_minutes", meta.evaluationIntervalMinutes(),
        "engine_version", EngineVersion.CURRENT,
        "java_version", Runtime.version().toString(),
        "revision", environment.getOrDefault("K_REVISION", "local"));
  }

  /** Says what became of a slot, and what is new in it. */
  public static void tell(CloudLog log, CycleMessage message, Conclusion conclusion) {
    Map<String, String> fields = fields(message, conclusion);
    log.info(told(conclusion), fields);
    if (conclusion instanceof Conclusion.Decided decided) {
      fields.remove("outcome");
      fields.remove("duration_ms");
      CloudLog about = log.with(fields);
      for (CycleNews.Line line : CycleNews.of(decided.commit())) {
        if (line.isWarning()) {
          about.warn(line.message(), line.fields());
        } else {
          about.info(line.message(), line.fields());
        }
      }
    }
  }

  /** The conclusion in words. */
  public static String told(Conclusion conclusion) {
    if (conclusion instanceof Conclusion.Decided decided) {
      return decided.commit().outcome().summary();
    }
    if (conclusion instanceof Conclusion.Refused refused) {
      return "refused: " + refused.why();
    }
    if (conclusion instanceof Conclusion.Inactive) {
      return "the tenant is not active";
    }
    return conclusion instanceof Conclusion.Expired ? "EXPIRED" : "done already";
  }

  /** What a cycle is about, as fields of a log line. */
  public static Map<String, String> fields(CycleMessage message) {
    return Map.of("tenant", message.tenant().value(), "slot", message.slot().start().toString());
  }

  /** The conclusion as fields of a log line. */
  public static Map<String, String> fields(CycleMessage message, Conclusion conclusion) {
    Map<String, String> fields = new TreeMap<>(fields(message));
    fields.put("outcome", conclusion.getClass().getSimpleName());
    if (conclusion instanceof Conclusion.Decided decided) {
      fields.put("session_id", decided.commit().outcome().sessionId());
      fields.put("duration_ms", String.valueOf(decided.commit().told().took().toMillis()));
    }
    return fields;
  }
}
