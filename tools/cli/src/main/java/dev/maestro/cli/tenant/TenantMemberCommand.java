package dev.maestro.cli.tenant;

import dev.maestro.cli.Terminal;
import dev.maestro.cli.UsageException;
import dev.maestro.cli.cloud.CloudOptions;
import dev.maestro.cli.cloud.TenantOption;
import dev.maestro.engine.name.TenantId;
import dev.maestro.firestore.tenant.Member;
import dev.maestro.firestore.tenant.MemberStore;
import dev.maestro.firestore.tenant.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./maestro tenant member}. */
@Command(
    name = "member",
    description = "Makes a user a member of a tenant, or changes its role.",
    mixinStandardHelpOptions = true)
final class TenantMemberCommand implements Callable<Integer> {
  @Mixin private CloudOptions cloud = new CloudOptions();
  @Mixin private TenantOption tenant = new TenantOption();

  @Option(names = "--user", required = true, paramLabel = "UID", description = "The user.")
  private String user = "";

  @Option(
      names = "--role",
      required = true,
      paramLabel = "ROLE",
      description = "viewer, operator, admin, agent, executor or feeder.")
  private String role = "";

  @Option(
      names = "--strategies",
      split = ",",
      paramLabel = "ID",
      description = "The strategies whose signals an agent may send.")
  private List<String> strategies = List.of();

  @Option(
      names = "--accounts",
      split = ",",
      paramLabel = "ID",
      description = "The accounts whose intents an executor may claim.")
  private List<String> accounts = List.of();

  @Override
  public Integer call() {
    Role wanted =
        Role.of(role)
            .orElseThrow(
                () ->
                    new UsageException(
                        "--role must be one of " + Role.words() + ", got '" + role + "'"));
    Member member =
        new Member(
            TenantOption.uid("--user", user),
            wanted,
            strategies,
            accounts.stream().map(id -> TenantOption.account("--accounts", id)).toList(),
            Optional.of(Instant.now()));
    cloud.with(
        firestore -> {
          TenantId id = tenant.load(firestore).id();
          new MemberStore(firestore).put(id, member);
          return id;
        });
    Terminal.out().println(user + " is " + wanted.word() + " of " + tenant.id() + ".");
    return 0;
  }
}
