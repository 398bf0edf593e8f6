package dev.maestro.cli.policy;

import dev.maestro.cli.JsonText;
import dev.maestro.cli.Terminal;
import dev.maestro.cli.UsageException;
import dev.maestro.cli.cloud.TenantChoice;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.meta.MetaState;
import dev.maestro.engine.policy.profile.ProfileResolver;
import dev.maestro.engine.tenant.TenantConfig;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./maestro profile [NAME] [--compare]}. */
@Command(
    name = "profile",
    description = "The parameters of the trading policy, and where each value comes from.",
    mixinStandardHelpOptions = true)
public final class ProfileCommand implements Callable<Integer> {
  private final Map<String, String> environment;

  @Mixin private TenantChoice tenant = new TenantChoice();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "NAME",
      description = "SAFE, AGGRESSIVE or STANDARD; without it the active profile.")
  private Optional<String> name = Optional.empty();

  @Option(names = "--compare", description = "The three profiles side by side.")
  private boolean compare;

  @Option(
      names = "--tenant-config",
      paramLabel = "FILE",
      description = "A tenant's profile and parameters as one JSON object.")
  private Optional<Path> tenantConfig = Optional.empty();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Parameters that win over all others, as one JSON object.")
  private Optional<Path> config = Optional.empty();

  @Option(names = "--json", description = "Print one JSON object instead of text.")
  private boolean json;

  /** Reads the environment of the process. */
  public ProfileCommand() {
    this(System.getenv());
  }

  ProfileCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    output(tenant.isGiven() ? stored() : resolve()).forEach(Terminal.out()::println);
    return 0;
  }

  /** What the tenant is configured to, under its global policy of now. */
  private ProfileInForce stored() {
    if (name.isPresent() || tenantConfig.isPresent() || config.isPresent()) {
      throw new UsageException(
          "--tenant shows the profile that is in force: leave NAME, --tenant-config and --config"
              + " out");
    }
    Instant now = Instant.now();
    return tenant.with(
        (store, id) -> {
          TenantState state = new TenantState(store, id);
          TenantConfig known = state.config();
          return ProfileInForce.of(
              known.profile(),
              known.meta().enabled(),
              state.global(now).map(MetaState::policy),
              now);
        });
  }

  ProfileInForce resolve() {
    Fields given = read(config);
    Fields explicit = name.map(chosen -> given.with("profile", chosen)).orElse(given);
    return ProfileInForce.offline(
        ProfileResolver.resolve(environment, read(tenantConfig), explicit),
        TenantConfig.metaOf(environment).enabled());
  }

  List<String> output(ProfileInForce inForce) {
    if (json) {
      return List.of(
          JsonText.write(
              compare
                  ? ProfileJson.COMPARISON.write(inForce.resolved())
                  : ProfileJson.PROFILE.write(inForce)));
    }
    return compare ? ProfileText.comparison(inForce.resolved()) : ProfileText.lines(inForce);
  }

  private static Fields read(Optional<Path> file) {
    return file.map(JsonText::readFile).orElse(Fields.EMPTY);
  }
}
