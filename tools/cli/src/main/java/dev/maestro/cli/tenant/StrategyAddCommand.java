package dev.maestro.cli.tenant;

import dev.maestro.cli.CommandFailure;
import dev.maestro.cli.Terminal;
import dev.maestro.cli.UsageException;
import dev.maestro.cli.cloud.CloudOptions;
import dev.maestro.cli.cloud.CloudStores;
import dev.maestro.cli.cloud.TenantOption;
import dev.maestro.engine.market.HealthRegime;
import dev.maestro.engine.name.NearestName;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.StrategyVersion;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.port.RefusedInputException;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.signal.StrategyStatus;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.engine.tenant.strategy.PutStrategy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./maestro strategy add}. */
@Command(
    name = "add",
    description = "Registers a strategy, so that its signals are taken.",
    mixinStandardHelpOptions = true)
final class StrategyAddCommand implements Callable<Integer> {
  @Mixin private CloudOptions cloud = new CloudOptions();
  @Mixin private TenantOption tenant = new TenantOption();

  @Option(names = "--strategy", required = true, paramLabel = "ID", description = "Its id.")
  private String strategy = "";

  @Option(names = "--name", paramLabel = "N", description = "For people (default: the id).")
  private Optional<String> name = Optional.empty();

  @Option(
      names = "--status",
      paramLabel = "STATUS",
      defaultValue = "LIVE",
      description = "LIVE, SHADOW or DISABLED (default: LIVE).")
  private String status = "";

  @Option(
      names = "--user",
      paramLabel = "UID",
      description = "Whose journal its trades are in, a member (default: the tenant's owner).")
  private Optional<String> user = Optional.empty();

  @Option(
      names = "--agent",
      paramLabel = "ID",
      description = "The key of its weight (default: its id).")
  private Optional<String> agent = Optional.empty();

  @Option(
      names = "--regime-tags",
      split = ",",
      paramLabel = "TAG",
      description = "The regimes it is made for: ${COMPLETION-CANDIDATES}.",
      completionCandidates = Regimes.class)
  private List<String> regimeTags = List.of();

  @Option(names = "--allow-shorts", description = "It may open shorts.")
  private boolean allowShorts;

  @Option(names = "--scale-in", description = "It may add to what it holds.")
  private boolean scaleIn;

  @Option(
      names = "--strategy-version",
      paramLabel = "V",
      description = "The model, prompt or code that speaks for it, for the record.")
  private Optional<String> version = Optional.empty();

  /** For the help. */
  static final class Regimes extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    Regimes() {
      super(HealthRegime.names());
    }
  }

  @Override
  public Integer call() {
    StrategyId id = StrategyCommand.id(strategy);
    StrategyStatus wanted = StrategyCommand.status("--status", status);
    Optional<Uid> uid = user.map(given -> TenantOption.uid("--user", given));
    if (agent.filter(String::isBlank).isPresent()) {
      throw new UsageException("--agent must not be blank: leave it out to use the id");
    }
    List<HealthRegime> tags = regimeTags.stream().map(StrategyAddCommand::regime).toList();
    Optional<StrategyVersion> spoken = version.map(StrategyAddCommand::version);
    cloud.with(
        firestore -> {
          Tenant owning = tenant.load(firestore);
          RegisteredStrategy added =
              new RegisteredStrategy(
                  id,
                  name.orElse(id.value()),
                  wanted,
                  uid.orElse(owning.ownerUid()),
                  agent.orElse(id.value()),
                  tags,
                  allowShorts,
                  scaleIn,
                  spoken);
          register(CloudStores.putStrategy(firestore), owning, added);
          return added;
        });
    Terminal.out().println("Registered strategy " + id + " of " + tenant.id() + ": " + wanted);
    return 0;
  }

  private static void register(PutStrategy strategies, Tenant owning, RegisteredStrategy added) {
    try {
      if (!strategies.register(owning, added, Instant.now())) {
        throw new CommandFailure(
            "strategy " + added.id() + " of " + owning.id() + " exists already: choose another id");
      }
    } catch (RefusedInputException refused) {
      throw new UsageException(String.valueOf(refused.getMessage()));
    }
  }

  private static StrategyVersion version(String given) {
    return StrategyVersion.of(given)
        .orElseThrow(
            () -> new UsageException("--strategy-version must have " + StrategyVersion.RULE));
  }

  private static HealthRegime regime(String given) {
    return HealthRegime.of(given)
        .orElseThrow(
            () ->
                new UsageException(
                    "--regime-tags: there is no regime '"
                        + given
                        + "'"
                        + NearestName.mend(given, HealthRegime.names())));
  }
}
