package dev.maestro.cli.ledger;

import com.google.cloud.firestore.Firestore;
import dev.maestro.cli.CommandFailure;
import dev.maestro.cli.cloud.CloudOptions;
import dev.maestro.cli.cloud.CloudStores;
import dev.maestro.cli.cloud.TenantOption;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.claim.BrokenLedgerException;
import dev.maestro.engine.claim.LedgerAnswer;
import dev.maestro.engine.claim.UnreadableLedgerException;
import dev.maestro.engine.name.AccountId;
import dev.maestro.engine.name.TenantId;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code --tenant T --account A}: which ledger. */
public final class LedgerOptions {
  @Mixin private CloudOptions cloud = new CloudOptions();
  @Mixin private TenantOption tenant = new TenantOption();

  @Option(
      names = "--account",
      paramLabel = "A",
      defaultValue = "main",
      description = "Its account (default: main).")
  private String account = "";

  /** The tenant. */
  public TenantId tenant() {
    return tenant.id();
  }

  /** The account. */
  public AccountId account() {
    return TenantOption.account("--account", account);
  }

  /** Works on the tenant's store; a ledger that cannot be used is a failure. */
  public <T> T with(Function<Firestore, T> work) {
    return cloud.with(
        firestore -> {
          try {
            return work.apply(firestore);
          } catch (UnreadableLedgerException | BrokenLedgerException broken) {
            throw new CommandFailure(String.valueOf(broken.getMessage()));
          }
        });
  }

  /** The same on a tenant that must exist. */
  public <T> T onTenant(Function<Firestore, T> work) {
    return with(
        firestore -> {
          tenant.load(firestore);
          return work.apply(firestore);
        });
  }

  /** Runs a command in the name of who sits here. */
  public LedgerAnswer apply(LedgerCommand command) {
    return onTenant(
        firestore -> CloudStores.ledgers(firestore).apply(tenant(), account(), command));
  }
}
