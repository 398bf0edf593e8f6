package dev.maestro.cli.local;

import com.google.cloud.firestore.Firestore;
import dev.maestro.cli.CommandFailure;
import dev.maestro.cli.JsonText;
import dev.maestro.cli.Terminal;
import dev.maestro.cli.UsageException;
import dev.maestro.cli.cloud.CloudOptions;
import dev.maestro.cli.cloud.TenantOption;
import dev.maestro.engine.form.Written;
import dev.maestro.engine.name.AccountId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.firestore.tenant.Member;
import dev.maestro.firestore.tenant.MemberStore;
import dev.maestro.firestore.tenant.Memberships;
import dev.maestro.firestore.tenant.Role;
import dev.maestro.firestore.tenant.StrategyStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./maestro token}. */
@Command(
    name = "token",
    description = {
      "Prints a token with which 'status' of an emulated project can be called; it has no signature"
          + " and is good for nothing else.",
      "Whoever it is for is made a member of the tenant in that role, unless it is one; an agent"
          + " may then send the signals of every strategy that is registered."
    },
    mixinStandardHelpOptions = true)
public final class TokenCommand implements Callable<Integer> {
  @Mixin private CloudOptions cloud = new CloudOptions();
  @Mixin private TenantOption tenant = new TenantOption();

  @Option(
      names = "--role",
      required = true,
      paramLabel = "ROLE",
      description = "viewer, operator, admin, agent, executor or feeder.")
  private String role = "";

  @Option(
      names = "--user",
      paramLabel = "UID",
      description = "Whom it is for (default: the name of the role).")
  private Optional<String> user = Optional.empty();

  @Option(names = "--json", description = "Print one JSON object instead of the token alone.")
  private boolean json;

  @Override
  public Integer call() {
    Role wanted =
        Role.of(role)
            .orElseThrow(
                () ->
                    new UsageException(
                        "--role must be one of " + Role.words() + ", got '" + role + "'"));
    Uid uid = TenantOption.uid("--user", user.orElse(wanted.word()));
    String project = cloud.emulatedProject();
    TenantId id =
        cloud.with(
            firestore -> {
              Tenant owning = tenant.load(firestore);
              join(firestore, owning, uid, wanted);
              return owning.id();
            });
    String token = DemoPeople.token(uid, id, project);
    Terminal.out()
        .println(
            json
                ? JsonText.write(
                    Written.of("token", token)
                        .with("tenant", id)
                        .with("user", uid)
                        .with("role", wanted.word()))
                : token);
    return 0;
  }

  private static void join(Firestore firestore, Tenant tenant, Uid uid, Role wanted) {
    Optional<Member> known = new Memberships(firestore).of(tenant.id(), uid);
    if (known.isEmpty()) {
      new MemberStore(firestore)
          .put(
              tenant.id(),
              new Member(
                  uid,
                  wanted,
                  strategies(firestore, tenant, wanted),
                  wanted == Role.EXECUTOR ? List.of(AccountId.MAIN) : List.of(),
                  Optional.of(Instant.now())));
    } else if (known.get().role() != wanted) {
      throw new CommandFailure(
          uid
              + " is "
              + known.get().role().word()
              + " of "
              + tenant.id()
              + ": name somebody else with --user, or change the role with 'tenant member'");
    }
  }

  private static List<String> strategies(Firestore firestore, Tenant tenant, Role role) {
    return role == Role.AGENT
        ? new StrategyStore(firestore)
            .list(tenant.id(), tenant.ownerUid()).known().stream()
                .map(strategy -> strategy.id().value())
                .toList()
        : List.of();
  }
}
