package dev.maestro.cli.tenant;

import dev.maestro.cli.JsonText;
import dev.maestro.cli.Terminal;
import dev.maestro.cli.cloud.CloudOptions;
import dev.maestro.cli.cloud.TenantOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./maestro tenant show}. */
@Command(
    name = "show",
    description = "Shows a tenant: facts, control state, configuration, members, strategies.",
    mixinStandardHelpOptions = true)
final class TenantShowCommand implements Callable<Integer> {
  @Mixin private CloudOptions cloud = new CloudOptions();
  @Mixin private TenantOption tenant = new TenantOption();

  @Option(names = "--json", description = "Print one JSON object instead of the text.")
  private boolean json;

  @Override
  public Integer call() {
    TenantView shown =
        cloud.with(firestore -> TenantReader.read(firestore, tenant.load(firestore)));
    if (json) {
      Terminal.out().println(JsonText.write(TenantView.JSON.write(shown)));
    } else {
      TenantText.lines(shown).forEach(Terminal.out()::println);
    }
    return 0;
  }
}
