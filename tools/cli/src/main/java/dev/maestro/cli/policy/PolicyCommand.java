package dev.maestro.cli.policy;

import dev.maestro.cli.CommandFailure;
import dev.maestro.cli.JsonText;
import dev.maestro.cli.Terminal;
import dev.maestro.cli.UsageException;
import dev.maestro.cli.cloud.TenantChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./maestro policy [history]}: what may be traded now, and how it came to that. */
@Command(
    name = "policy",
    description =
        "The newest trading policy of a tenant or of a decision log, and why; 'history' lists"
            + " changes.",
    mixinStandardHelpOptions = true)
public final class PolicyCommand implements Callable<Integer> {
  private static final int MOST = 1_000;
  private static final int OF_TENANT = 100;

  private final Clock clock;

  @Mixin private TenantChoice tenant = new TenantChoice();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "history",
      description = "List every change, newest first, instead of the policy in force.")
  private Optional<String> what = Optional.empty();

  @Option(
      names = "--log",
      paramLabel = "FILE",
      description = "The log (default: target/demo/decisions.jsonl of the project).")
  private Optional<Path> log = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "With history: write the changes to this file as JSON lines.")
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "With history: so many at most (default: all of a log, 100 of a tenant).")
  private Optional<Integer> limit = Optional.empty();

  @Option(names = "--json", description = "Print JSON instead of text: with history, JSON lines.")
  private boolean json;

  /** Ages are told by the clock of the machine. */
  public PolicyCommand() {
    this(Clock.systemUTC());
  }

  PolicyCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    if (what.filter(word -> !word.equals("history")).isPresent()) {
      throw new UsageException("policy knows 'history' and nothing else, got '" + what.get() + "'");
    }
    if (out.isPresent() && what.isEmpty()) {
      throw new UsageException("--out saves the history: say './maestro policy history --out'");
    }
    limit.ifPresent(PolicyCommand::checkLimit);
    if (tenant.isGiven()) {
      ofTenant().forEach(Terminal.out()::println);
      return 0;
    }
    Path file =
        log.orElse(Path.of(System.getProperty("maestro.home", "."), "target/demo/decisions.jsonl"));
    List<PolicyEntry> entries = PolicyLog.read(file);
    lines(entries, file).forEach(Terminal.out()::println);
    return 0;
  }

  /** As the cycles of a running system stored it. */
  private List<String> ofTenant() {
    if (log.isPresent()) {
      throw new UsageException("--log is a file, --tenant a running system: name one of them");
    }
    Instant now = clock.instant();
    if (what.isPresent()) {
      List<PolicyChange> changes =
          PolicyChange.newestFirst(
              tenant.with(
                  (store, id) ->
                      new TenantState(store, id).policyHistory(limit.orElse(OF_TENANT))));
      return history(changes, Path.of(""));
    }
    return tenant.with(
        (store, id) -> {
          TenantState state = new TenantState(store, id);
          PolicyEntry entry = state.policy(now);
          return inForce(new PolicyText.Standing(entry, now, state.fundingCost()));
        });
  }

  /**
   * Refuses what is no number of entries.
   *
   * @throws UsageException if it is below 1 or above 1,000
   */
  public static void checkLimit(int limit) {
    if (limit < 1 || limit > MOST) {
      throw new UsageException("--limit must be from 1 to " + MOST + ", got " + limit);
    }
  }

  private List<String> inForce(PolicyText.Standing standing) {
    return json
        ? List.of(JsonText.write(PolicyText.JSON.write(standing)))
        : PolicyText.inForce(standing);
  }

  private List<String> lines(List<PolicyEntry> entries, Path file) {
    if (what.isEmpty()) {
      PolicyEntry newest = entries.get(entries.size() - 1);
      return inForce(new PolicyText.Standing(newest, clock.instant(), Optional.empty()));
    }
    return history(
        PolicyChange.newestFirst(entries).stream().limit(limit.orElse(Integer.MAX_VALUE)).toList(),
        file);
  }

  private List<String> history(List<PolicyChange> changes, Path file) {
    if (out.isPresent()) {
      return List.of(save(changes, out.get(), file));
    }
    return json ? jsonLines(changes) : PolicyText.history(changes);
  }

  /** A saved history is for reading elsewhere; nothing loads it as the policy in force. */
  private static String save(List<PolicyChange> changes, Path target, Path log) {
    if (target.toAbsolutePath().normalize().equals(log.toAbsolutePath().normalize())) {
      throw new UsageException("--out must not be the log itself, got " + target);
    }
    try {
      Files.write(target, jsonLines(changes));
    } catch (IOException failure) {
      throw new CommandFailure(
          target + " cannot be written: choose another place with --out (" + failure + ")");
    }
    return changes.size() + " changes written to " + target;
  }

  private static List<String> jsonLines(List<PolicyChange> changes) {
    return changes.stream().map(change -> JsonText.write(PolicyChange.JSON.write(change))).toList();
  }
}
