package dev.maestro.cli.tenant;

import dev.maestro.cli.JsonText;
import dev.maestro.cli.Terminal;
import dev.maestro.cli.cloud.CloudOptions;
import dev.maestro.cli.cloud.TenantOption;
import dev.maestro.engine.signal.RegisteredStrategyForm;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.engine.tenant.TenantStrategies;
import dev.maestro.firestore.tenant.StrategyStore;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./maestro strategy list}. */
@Command(
    name = "list",
    description = "Lists the strategies of a tenant; those that cannot be read are named.",
    mixinStandardHelpOptions = true)
final class StrategyListCommand implements Callable<Integer> {
  @Mixin private CloudOptions cloud = new CloudOptions();
  @Mixin private TenantOption tenant = new TenantOption();

  @Option(names = "--json", description = "Print one JSON object instead of the table.")
  private boolean json;

  @Override
  public Integer call() {
    TenantStrategies registered =
        cloud.with(
            firestore -> {
              Tenant owning = tenant.load(firestore);
              return new StrategyStore(firestore).list(owning.id(), owning.ownerUid());
            });
    if (json) {
      Terminal.out()
          .println(
              JsonText.write(
                  Map.of(
                      "tenant",
                      tenant.id(),
                      "strategies",
                      registered.known().stream()
                          .map(RegisteredStrategyForm.LISTED::write)
                          .toList(),
                      "errors",
                      registered.errors())));
    } else {
      TenantText.strategies(registered.known()).forEach(Terminal.out()::println);
    }
    registered.errors().values().forEach(error -> Terminal.error("strategy: " + error));
    return 0;
  }
}
