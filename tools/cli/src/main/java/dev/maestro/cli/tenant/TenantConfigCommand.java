package dev.maestro.cli.tenant;

import dev.maestro.cli.JsonText;
import dev.maestro.cli.Terminal;
import dev.maestro.cli.cloud.CloudOptions;
import dev.maestro.cli.cloud.CloudStores;
import dev.maestro.cli.cloud.TenantOption;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.name.TenantId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./maestro tenant config}. */
@Command(
    name = "config",
    description = "Stores a configuration as the next version; an invalid one changes nothing.",
    mixinStandardHelpOptions = true)
final class TenantConfigCommand implements Callable<Integer> {
  @Mixin private CloudOptions cloud = new CloudOptions();
  @Mixin private TenantOption tenant = new TenantOption();

  @Option(
      names = "--file",
      required = true,
      paramLabel = "FILE",
      description = "The whole configuration: one JSON object of sections.")
  private Path file = Path.of("");

  @Override
  public Integer call() {
    Fields values = JsonText.readFile(file);
    TenantId id = tenant.id();
    long version =
        cloud.with(
            firestore ->
                CloudStores.putConfig(firestore)
                    .put(id, values, TenantOption.actor(), Instant.now()));
    Terminal.out().println("Stored version " + version + " of the configuration of " + id + ".");
    return 0;
  }
}
