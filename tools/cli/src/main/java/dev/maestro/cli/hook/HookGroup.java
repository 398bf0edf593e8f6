package dev.maestro.cli.hook;

import dev.maestro.cli.CommandFailure;
import dev.maestro.cli.Terminal;
import dev.maestro.cli.UsageException;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.signal.hook.Hook;
import dev.maestro.engine.signal.hook.HookId;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import picocli.CommandLine.Command;

/** {@code ./maestro hook create|list|rotate|revoke}. */
@Command(
    name = "hook",
    description = {
      "Addresses at which a charting service sends the signals of one strategy.",
      "There is none until one is created; whoever knows its secret can send signals, and nothing"
          + " else."
    },
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "(create | list | rotate | revoke)",
    subcommands = {
      HookCreateCommand.class,
      HookListCommand.class,
      HookRotateCommand.class,
      HookRevokeCommand.class
    })
public final class HookGroup {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SECRET_BYTES = 32;
  private static final int ID_BYTES = 16;

  static HookId id(String given) {
    return HookId.of(given)
        .orElseThrow(
            () -> new UsageException("--hook must be " + HookId.RULE + ": see 'hook list'"));
  }

  static HookId newId() {
    return new HookId(HexFormat.of().formatHex(random(ID_BYTES)));
  }

  static String newSecret() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random(SECRET_BYTES));
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  static Hook found(Optional<Hook> hook, TenantId tenant, HookId id) {
    return hook.orElseThrow(
        () -> new CommandFailure("tenant " + tenant + " has no hook " + id + ": see 'hook list'"));
  }

  /** Only its hash is kept, so this is the one time that it can be shown. */
  static void print(Hook hook, String secret) {
    Terminal.out().println("hook     " + hook.id());
    Terminal.out().println("address  /api/maestro/hooks/" + hook.id());
    Terminal.out().println("secret   " + secret);
    Terminal.out()
        .println("The secret is not kept and not shown again; 'hook rotate' makes another.");
  }
}
