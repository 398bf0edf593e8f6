package dev.maestro.cli.msc;

import dev.maestro.cli.CommandFailure;
import dev.maestro.cli.JsonText;
import dev.maestro.cli.Terminal;
import dev.maestro.cli.UsageException;
import dev.maestro.cli.cloud.TenantChoice;
import dev.maestro.cli.policy.PolicyCommand;
import dev.maestro.cli.policy.TenantState;
import dev.maestro.engine.meta.MetaState;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./maestro msc --tenant T [history]}. */
@Command(
    name = "msc",
    description =
        "The global policy of a tenant: risk mode and the votes for it, health, strategies, expiry;"
            + " 'history' lists those before it.",
    mixinStandardHelpOptions = true)
public final class MscCommand implements Callable<Integer> {
  private final Clock clock;

  @Mixin private TenantChoice tenant = new TenantChoice();

  @Parameters(
      arity = "0..1",
      paramLabel = "history",
      description = "List the policies, newest first.")
  private Optional<String> what = Optional.empty();

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "With history: so many at most (default: 20).")
  private int limit;

  @Option(names = "--json", description = "Print JSON instead of text: with history, JSON lines.")
  private boolean json;

  /** Expiry is told by the clock of the machine. */
  public MscCommand() {
    this(Clock.systemUTC());
  }

  MscCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    if (what.filter(word -> !word.equals("history")).isPresent()) {
      throw new UsageException("msc knows 'history' and nothing else, got '" + what.get() + "'");
    }
    PolicyCommand.checkLimit(limit);
    Instant now = clock.instant();
    List<MetaState> shown =
        what.isPresent()
            ? tenant.with((store, id) -> new TenantState(store, id).globalHistory(limit, now))
            : List.of(current(now));
    for (MetaState state : shown) {
      MscText.Standing standing = new MscText.Standing(tenant.id(), state, now);
      if (json) {
        Terminal.out().println(JsonText.write(MscText.JSON.write(standing)));
      } else {
        (what.isPresent() ? MscText.line(standing) : MscText.lines(standing))
            .forEach(Terminal.out()::println);
      }
    }
    return 0;
  }

  private MetaState current(Instant now) {
    Optional<MetaState> found = tenant.with((store, id) -> new TenantState(store, id).global(now));
    return found.orElseThrow(
        () ->
            new CommandFailure(
                "tenant "
                    + tenant.id()
                    + " has no global policy: its first cycle decides one, unless meta.enabled is"
                    + " false"));
  }
}
