package dev.maestro.cli.cloud;

import com.google.cloud.firestore.Firestore;
import dev.maestro.cli.CommandFailure;
import dev.maestro.cli.UsageException;
import dev.maestro.engine.name.AccountId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.firestore.tenant.TenantStore;
import picocli.CommandLine.Option;

/** {@code --tenant T}, and who acts. */
public final class TenantOption {
  @Option(names = "--tenant", required = true, paramLabel = "T", description = "The tenant's id.")
  private String tenant = "";

  /**
   * The id that was given.
   *
   * @throws UsageException if it can name no tenant
   */
  public TenantId id() {
    return id(tenant);
  }

  /**
   * The id in this text.
   *
   * @throws UsageException if it can name no tenant
   */
  public static TenantId id(String given) {
    return TenantId.of(given)
        .orElseThrow(
            () ->
                new UsageException("--tenant must be " + TenantId.RULE + ", got '" + given + "'"));
  }

  /**
   * The tenant, which must exist.
   *
   * @throws CommandFailure if it does not
   */
  public Tenant load(Firestore firestore) {
    return new TenantStore(firestore)
        .load(id())
        .orElseThrow(
            () ->
                new CommandFailure(
                    "tenant " + tenant + " does not exist: create it with 'tenant create'"));
  }

  /**
   * An account's id that was given.
   *
   * @throws UsageException if it can name no account
   */
  public static AccountId account(String option, String given) {
    return AccountId.of(given)
        .orElseThrow(
            () ->
                new UsageException(
                    option
                        + " must be an account id: "
                        + AccountId.RULE
                        + ", got '"
                        + given
                        + "'"));
  }

  /** Who is written down as the one that did it. */
  public static String actor() {
    return "cli:" + System.getProperty("user.name", "unknown");
  }

  /**
   * A user id that was given.
   *
   * @throws UsageException if it can name no user
   */
  public static Uid uid(String option, String given) {
    return Uid.of(given)
        .orElseThrow(
            () ->
                new UsageException(
                    option
                        + " must be a user id: 1 to 128 of letters, digits, _ . @ : -, got '"
                        + given
                        + "'"));
  }
}
