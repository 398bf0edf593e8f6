package dev.maestro.engine.metrics;

import dev.maestro.engine.name.TenantId;

/** Where what cycles have counted is read. */
public interface LoadMetricsPort {
  /**
   * What is known of a tenant now; {@link Metrics#UNKNOWN} if nothing was counted yet or all of it
   * is lost. Changes nothing.
   */
  Metrics load(TenantId tenant);
}
