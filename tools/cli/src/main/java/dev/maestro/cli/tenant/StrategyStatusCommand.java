package dev.maestro.cli.tenant;

import dev.maestro.cli.Terminal;
import dev.maestro.cli.cloud.CloudOptions;
import dev.maestro.cli.cloud.TenantOption;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.signal.StrategyStatus;
import dev.maestro.firestore.tenant.StrategyStore;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./maestro strategy status}. */
@Command(
    name = "status",
    description = "Sets what a strategy may do; everything else of it stays as it is.",
    mixinStandardHelpOptions = true)
final class StrategyStatusCommand implements Callable<Integer> {
  @Mixin private CloudOptions cloud = new CloudOptions();
  @Mixin private TenantOption tenant = new TenantOption();

  @Option(names = "--strategy", required = true, paramLabel = "ID", description = "Its id.")
  private String strategy = "";

  @Option(
      names = "--set",
      required = true,
      paramLabel = "STATUS",
      description = "LIVE, SHADOW or DISABLED.")
  private String status = "";

  @Override
  public Integer call() {
    StrategyId id = StrategyCommand.id(strategy);
    StrategyStatus wanted = StrategyCommand.status("--set", status);
    TenantId owning = tenant.id();
    cloud.with(
        firestore -> {
          new StrategyStore(firestore).setStatus(owning, id, wanted);
          return wanted;
        });
    Terminal.out().println("Strategy " + id + " of " + owning + " is " + wanted);
    return 0;
  }
}
