package dev.maestro.cli.control;

import com.google.cloud.firestore.Firestore;
import dev.maestro.cli.CommandFailure;
import dev.maestro.cli.JsonText;
import dev.maestro.cli.Terminal;
import dev.maestro.cli.UsageException;
import dev.maestro.cli.cloud.CloudOptions;
import dev.maestro.cli.cloud.CloudStores;
import dev.maestro.cli.cloud.TenantOption;
import dev.maestro.engine.control.TradingControl;
import dev.maestro.engine.control.TradingControlForm;
import dev.maestro.engine.control.TradingState;
import dev.maestro.engine.form.UnreadableValueException;
import dev.maestro.engine.name.TenantId;
import dev.maestro.firestore.tenant.TenantStore;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whose kill switch is thrown, and why. */
final class SwitchOptions {
  @Mixin private CloudOptions cloud = new CloudOptions();

  @Option(names = "--tenant", paramLabel = "T", description = "The tenant's.")
  private Optional<String> tenant = Optional.empty();

  @Option(names = "--all", description = "Everybody's: it holds beside each tenant's own.")
  private boolean isForAll;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why; kept beside the state.")
  private String reason = "";

  @Option(names = "--json", description = "Print the switch as JSON.")
  private boolean json;

  /**
   * Throws the switch and prints how it stands now.
   *
   * @throws UsageException if it is not said whose it is, or why trading may go on
   */
  int put(TradingState state, boolean isFlattening) {
    Optional<TenantId> whose = whose();
    if (state == TradingState.ACTIVE && reason.isBlank()) {
      throw new UsageException("say why trading may go on, with --reason \"...\"");
    }
    TradingControl order =
        new TradingControl(
            state, reason.strip(), TenantOption.actor(), Instant.now(), 0, isFlattening);
    TradingControl thrown =
        cloud.with(
            firestore -> {
              whose.ifPresent(id -> requireTenant(firestore, id));
              return CloudStores.ledgers(firestore).put(whose, order);
            });
    Terminal.out()
        .println(
            json ? JsonText.write(TradingControlForm.FORM.write(thrown)) : text(whose, thrown));
    return 0;
  }

  private Optional<TenantId> whose() {
    if (isForAll == tenant.isPresent()) {
      throw new UsageException("say whose: --tenant T for one tenant, or --all for everybody");
    }
    return tenant.map(TenantOption::id);
  }

  /** A name misspelt would stop nobody; a tenant that cannot be read is stopped all the same. */
  private static void requireTenant(Firestore firestore, TenantId id) {
    try {
      if (new TenantStore(firestore).load(id).isEmpty()) {
        throw new CommandFailure(
            "tenant " + id + " does not exist, so nothing was stopped: correct --tenant");
      }
    } catch (UnreadableValueException there) {
      Terminal.error("the tenant's document cannot be read: " + there.getMessage());
    }
  }

  private static String text(Optional<TenantId> whose, TradingControl thrown) {
    return (whose.isPresent() ? "Tenant " + whose.get() : "Everybody")
        + " is "
        + thrown.state()
        + (thrown.isFlattening() ? ", and every cycle closes what is held" : "")
        + ": fence "
        + thrown.fence()
        + ", by "
        + thrown.by()
        + (thrown.reason().isBlank() ? "" : ", \"" + thrown.reason() + "\"");
  }
}
