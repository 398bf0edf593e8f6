package dev.maestro.functions.orchestrate;

import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.conduct.Conclusion;
import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.engine.name.TenantId;
import dev.maestro.google.pubsub.CycleMessage;
import dev.maestro.market.host.MarketDesk;
import dev.maestro.wiring.ActiveTenants;
import dev.maestro.wiring.CloudParts;
import dev.maestro.wiring.TenantCycles;
import java.util.ArrayList;
import java.util.List;

/** The cycles themselves, one after the other; for small deployments. */
final class InlineCycles implements CycleFanOut {
  private static final int MOST_TENANTS = 20;

  /** Whose alert it is when it is about all tenants. */
  private static final String UNKNOWN = "unknown";

  private final CloudParts parts;
  private final ActiveTenants tenants;
  private final TenantCycles cycles;

  InlineCycles(CloudParts parts, ActiveTenants tenants) {
    this.parts = parts;
    this.tenants = tenants;
    List<String> faults = new ArrayList<>();
    MarketDesk desk = MarketDesk.open(parts.settings().strategyFolder(), faults::add);
    this.cycles = new TenantCycles(parts, desk);
    parts.tellAtStart(AlertCode.UNUSABLE_STRATEGIES, faults);
  }

  @Override
  public Result start(Slot slot) {
    List<TenantId> active = tenants.list();
    if (active.size() > MOST_TENANTS) {
      String why =
          active.size() + " tenants are too many for MAESTRO_FANOUT=inline (20): use pubsub";
      parts
          .alerts()
          .raise(
              UNKNOWN, AlertCode.TOO_MANY_TENANTS, why, parts.function(), parts.clock().instant());
      return new Result(why, active.size(), List.of(), false);
    }
    List<String> sessions = new ArrayList<>();
    boolean isComplete = true;
    for (TenantId tenant : active) {
      isComplete &= decide(new CycleMessage(tenant, slot), sessions);
    }
    return new Result(isComplete ? "decided" : "incomplete", active.size(), sessions, isComplete);
  }

  /** A tenant whose cycle fails costs only itself. */
  private boolean decide(CycleMessage message, List<String> sessions) {
    try {
      Conclusion conclusion = cycles.conduct(message, "inline");
      TenantCycles.tell(parts.log(), message, conclusion);
      if (conclusion instanceof Conclusion.Decided decided) {
        sessions.add(decided.commit().outcome().sessionId());
      }
      return true;
    } catch (RuntimeException failure) {
      parts.log().error("cycle failed: " + failure, TenantCycles.fields(message));
      return false;
    }
  }
}
