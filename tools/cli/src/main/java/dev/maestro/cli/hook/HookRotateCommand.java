package dev.maestro.cli.hook;

import dev.maestro.cli.cloud.CloudOptions;
import dev.maestro.cli.cloud.TenantOption;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.signal.hook.Hook;
import dev.maestro.engine.signal.hook.HookId;
import dev.maestro.firestore.hook.FirestoreHooks;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./maestro hook rotate}. */
@Command(
    name = "rotate",
    description = {
      "Gives a hook another secret and prints it, once; the one before opens nothing from then on.",
      "A hook that was revoked takes signals again."
    },
    mixinStandardHelpOptions = true)
final class HookRotateCommand implements Callable<Integer> {
  @Mixin private CloudOptions cloud = new CloudOptions();
  @Mixin private TenantOption tenant = new TenantOption();

  @Option(names = "--hook", required = true, paramLabel = "ID", description = "Its id.")
  private String hook = "";

  @Override
  public Integer call() {
    HookId id = HookGroup.id(hook);
    TenantId owning = tenant.id();
    String secret = HookGroup.newSecret();
    Instant now = Instant.now();
    Optional<Hook> rotated =
        cloud.with(
            firestore ->
                new FirestoreHooks(firestore)
                    .change(owning, id, before -> before.rotated(secret, now)));
    HookGroup.print(HookGroup.found(rotated, owning, id), secret);
    return 0;
  }
}
