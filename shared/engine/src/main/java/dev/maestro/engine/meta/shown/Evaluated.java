package dev.maestro.engine.meta.shown;

import dev.maestro.engine.form.View;
import dev.maestro.engine.meta.GlobalPolicy;

/** An evaluation of the past, as it was when it was made. */
public final class Evaluated {
  /** For lists: what it allowed, on which health, and why. */
  public static final View<GlobalPolicy> VIEW =
      View.<GlobalPolicy>empty()
          .all(ActingPolicy.VIEW, policy -> new ActingPolicy(policy, policy.updatedAt()))
          .with("system_health", policy -> ActingPolicy.HEALTH.write(policy.health()))
          .with("reasons", GlobalPolicy::reasons)
          .with("warnings", GlobalPolicy::warnings);

  private Evaluated() {}
}
