package dev.maestro.cli.hook;

import dev.maestro.cli.JsonText;
import dev.maestro.cli.Terminal;
import dev.maestro.cli.cloud.CloudOptions;
import dev.maestro.cli.cloud.TenantOption;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.signal.hook.Hook;
import dev.maestro.engine.signal.hook.HookForm;
import dev.maestro.firestore.hook.FirestoreHooks;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./maestro hook list}. */
@Command(
    name = "list",
    description = "Lists the hooks of a tenant, those that are revoked, too; never a secret.",
    mixinStandardHelpOptions = true)
final class HookListCommand implements Callable<Integer> {
  @Mixin private CloudOptions cloud = new CloudOptions();
  @Mixin private TenantOption tenant = new TenantOption();

  @Option(names = "--json", description = "Print one JSON object instead of the table.")
  private boolean json;

  @Override
  public Integer call() {
    TenantId owning = tenant.id();
    List<Hook> hooks = cloud.with(firestore -> new FirestoreHooks(firestore).list(owning));
    if (json) {
      List<?> shown = hooks.stream().map(HookForm.SHOWN::write).toList();
      Terminal.out().println(JsonText.write(Map.of("tenant", owning, "hooks", shown)));
    } else {
      hooks.forEach(hook -> Terminal.out().println(line(hook)));
    }
    return 0;
  }

  private static String line(Hook hook) {
    return hook.id()
        + (hook.secretHash().isPresent() ? "  ACTIVE   " : "  REVOKED  ")
        + hook.strategy()
        + "  "
        + hook.symbols().stream().map(Symbol::value).collect(Collectors.joining(","))
        + "  since "
        + hook.changedAt();
  }
}
