package dev.maestro.cli.hook;

import dev.maestro.cli.Terminal;
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

/** {@code ./maestro hook revoke}. */
@Command(
    name = "revoke",
    description = "Takes the secret of a hook away: it takes nothing any more.",
    mixinStandardHelpOptions = true)
final class HookRevokeCommand implements Callable<Integer> {
  @Mixin private CloudOptions cloud = new CloudOptions();
  @Mixin private TenantOption tenant = new TenantOption();

  @Option(names = "--hook", required = true, paramLabel = "ID", description = "Its id.")
  private String hook = "";

  @Override
  public Integer call() {
    HookId id = HookGroup.id(hook);
    TenantId owning = tenant.id();
    Instant now = Instant.now();
    Optional<Hook> revoked =
        cloud.with(
            firestore ->
                new FirestoreHooks(firestore).change(owning, id, before -> before.revoked(now)));
    Terminal.out()
        .println(
            "Revoked hook " + HookGroup.found(revoked, owning, id).id() + " of " + owning + ".");
    return 0;
  }
}
