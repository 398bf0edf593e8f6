package dev.maestro.cli.journal;

import dev.maestro.cli.UsageException;
import dev.maestro.embedded.demo.DemoWorld;
import dev.maestro.engine.evidence.EvidenceConfig;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.tenant.TenantConfig;
import java.util.Map;

/** Settings of the evidence, as far as a file of trades or returns can follow them. */
public final class JournalEvidenceConfig {
  private static final String SECTION = "evidence";

  private JournalEvidenceConfig() {}

  /** Of the configuration of a tenant with its sections, or of the section evidence alone. */
  public static EvidenceConfig of(Fields given) {
    return checked(
        given.has(SECTION)
            ? TenantConfig.of(given, DemoWorld.TENANT, Map.of()).evidence()
            : EvidenceConfig.of(given));
  }

  /**
   * The same.
   *
   * @throws UsageException if they need what no journal holds: without bars of the benchmark a gain
   *     is no evidence where it is deployed, and would be here
   */
  public static EvidenceConfig checked(EvidenceConfig config) {
    if (config.neutral()) {
      throw new UsageException(
          "evidence.neutral needs bars of the benchmark, and a journal has none: take it out of"
              + " --config (what is shown then holds what the market did)");
    }
    return config;
  }
}
