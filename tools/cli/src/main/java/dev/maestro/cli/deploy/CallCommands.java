package dev.maestro.cli.deploy;

import dev.maestro.local.catalog.DeployedFunction;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The commands for what calls a function over HTTP: Cloud Scheduler, and the smoke test. */
final class CallCommands {
  private final DeployTarget target;
  private final FunctionCommands functions;

  CallCommands(DeployTarget target, FunctionCommands functions) {
    this.target = target;
    this.functions = functions;
  }

  /** Makes the job that calls a function, or brings it up to date. */
  Map<Flavor, List<String>> schedule(DeployedFunction function) {
    String job = "maestro-" + function.id();
    List<String> describe = functions.words("scheduler", "jobs", "describe", job);
    describe.add("--location=" + target.region());
    return each(
        flavor ->
            Shell.either(
                Shell.line(describe),
                job("update", job, function, flavor),
                job("create", job, function, flavor)));
  }

  /** One call that is open, one without a token that must be refused, one with a token. */
  Map<Flavor, List<String>> smoke() {
    return each(
        flavor ->
            Shell.command(
                List.of(
                    "tools/deploy/smoke.sh",
                    "--open=" + address(DeployedFunction.STATUS, flavor) + "/health",
                    "--closed=" + address(DeployedFunction.ORCHESTRATE, flavor),
                    "--audience=" + target.address(DeployedFunction.ORCHESTRATE),
                    "--caller=" + target.account("scheduler"))));
  }

  private String job(String verb, String job, DeployedFunction function, Flavor flavor) {
    List<String> words = functions.words("scheduler", "jobs", verb, "http", job);
    words.add("--location=" + target.region());
    words.add("--schedule=" + target.value(DeploySetting.scheduleOf(function)));
    words.add("--time-zone=Etc/UTC");
    words.add("--uri=" + address(function, flavor));
    words.add("--http-method=POST");
    words.add("--oidc-service-account-email=" + target.account("scheduler"));
    words.add("--oidc-token-audience=" + target.address(function));
    words.add("--attempt-deadline=300s");
    words.addAll(retries(function));
    return Shell.command(words);
  }

  /**
   * Five more tries, the most that Scheduler takes. Those of a slot end before the next one, which
   * Scheduler might skip otherwise; those of a day may last half an hour.
   */
  private static List<String> retries(DeployedFunction function) {
    boolean isDaily = function == DeployedFunction.SNAPSHOT;
    return List.of(
        "--max-retry-attempts=5",
        "--min-backoff=" + (isDaily ? "60s" : "10s"),
        "--max-backoff=" + (isDaily ? "960s" : "60s"));
  }

  /** A service that runs an image has an address of its own, known once it is there. */
  private String address(DeployedFunction function, Flavor flavor) {
    if (flavor == Flavor.JAR) {
      return target.address(function);
    }
    return "$(gcloud run services describe "
        + function.id()
        + " --project="
        + target.project()
        + " --region="
        + target.region()
        + " --format='value(status.url)')";
  }

  private static Map<Flavor, List<String>> each(Function<Flavor, String> command) {
    Map<Flavor, List<String>> commands = new EnumMap<>(Flavor.class);
    Arrays.stream(Flavor.values())
        .forEach(flavor -> commands.put(flavor, List.of(command.apply(flavor))));
    return commands;
  }
}
