package dev.maestro.cli.replay;

import dev.maestro.cli.CommandFailure;
import dev.maestro.cli.cloud.CloudOptions;
import dev.maestro.cli.cloud.TenantOption;
import dev.maestro.engine.archive.StoredDecision;
import dev.maestro.firestore.audit.StoredDecisions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ID --tenant T}: one decision of a tenant, with what it was decided from. */
public final class StoredDecisionOptions {
  @Mixin private CloudOptions cloud = new CloudOptions();
  @Mixin private TenantOption tenant = new TenantOption();

  @Parameters(
      index = "0",
      paramLabel = "DECISION",
      description = "Its id: {slot in epoch seconds}_{session id}.")
  private String decision = "";

  /**
   * The decision.
   *
   * @throws CommandFailure if the tenant has none of that id
   */
  StoredDecision load() {
    return cloud
        .with(firestore -> new StoredDecisions(firestore).find(tenant.id(), decision))
        .orElseThrow(
            () ->
                new CommandFailure(
                    "tenant "
                        + tenant.id()
                        + " has no decision "
                        + decision
                        + ": look at the log"));
  }
}
