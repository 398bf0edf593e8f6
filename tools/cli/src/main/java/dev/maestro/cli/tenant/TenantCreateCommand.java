package dev.maestro.cli.tenant;

import dev.maestro.cli.JsonText;
import dev.maestro.cli.Terminal;
import dev.maestro.cli.UsageException;
import dev.maestro.cli.cloud.CloudOptions;
import dev.maestro.cli.cloud.CloudStores;
import dev.maestro.cli.cloud.TenantOption;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.firestore.tenant.TenantStore;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./maestro tenant create}. */
@Command(
    name = "create",
    description = "Creates a tenant, its configuration, its owner as admin and its kill switch.",
    mixinStandardHelpOptions = true)
final class TenantCreateCommand implements Callable<Integer> {
  @Mixin private CloudOptions cloud = new CloudOptions();
  @Mixin private TenantOption tenant = new TenantOption();

  @Option(names = "--name", required = true, paramLabel = "N", description = "For people.")
  private String name = "";

  @Option(
      names = "--owner",
      required = true,
      paramLabel = "UID",
      description = "Whose journal its strategies use unless they say otherwise.")
  private String owner = "";

  @Option(
      names = "--base-capital",
      paramLabel = "AMOUNT",
      defaultValue = "10000",
      description =
          "Capital that returns are measured on where no day's is known (default: 10000).")
  private BigDecimal baseCapital = BigDecimal.ZERO;

  @Option(
      names = "--timezone",
      paramLabel = "ZONE",
      defaultValue = "UTC",
      description = "Where its days begin (default: UTC).")
  private String timezone = "";

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Its configuration as one JSON object of sections (default: all defaults).")
  private Optional<Path> config = Optional.empty();

  @Override
  public Integer call() {
    Uid owning = TenantOption.uid("--owner", owner);
    Tenant created = new Tenant(tenant.id(), name, true, baseCapital, zone(), owning);
    Fields values = config.map(JsonText::readFile).orElse(Fields.EMPTY);
    Instant now = Instant.now();
    cloud.with(
        firestore -> {
          new TenantStore(firestore).create(created, values.values(), TenantOption.actor(), now);
          CloudStores.putConfig(firestore).applyWeights(created, now);
          return created;
        });
    Terminal.out().println("Created tenant " + created.id() + ", owned by " + owner + ".");
    return 0;
  }

  private ZoneId zone() {
    try {
      return ZoneId.of(timezone);
    } catch (DateTimeException unknown) {
      throw new UsageException(
          "--timezone must be a time zone such as UTC or America/New_York, got '" + timezone + "'");
    }
  }
}
