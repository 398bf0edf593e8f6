package dev.maestro.cli.deploy;

import dev.maestro.local.catalog.DeployedFunction;
import dev.maestro.local.catalog.FunctionTable;
import java.util.List;

/** The commands for what calls a function over HTTP: Cloud Scheduler, and the smoke test. */
final class CallCommands {
  private static final DeployedFunction STATUS = FunctionTable.named("status");
  private static final DeployedFunction SLOTS = FunctionTable.named("orchestrate");

  private final DeployTarget target;

  CallCommands(DeployTarget target) {
    this.target = target;
  }

  /** Makes the job that calls a function, or brings it up to date. */
  String schedule(DeployedFunction function) {
    String job = "maestro-" + function.id();
    List<String> describe = target.gcloud("scheduler", "jobs", "describe", job);
    describe.add("--location=" + target.region());
    return Shell.either(
        Shell.silent(Shell.line(describe)),
        job("update", job, function),
        job("create", job, function));
  }

  /** One call that is open, two that must be refused, one with a token, one by no member. */
  String smoke() {
    return Shell.command(
        List.of(
            "tools/deploy/smoke.sh",
            "--open=" + address(STATUS) + "/health",
            "--closed=" + address(SLOTS),
            "--members=" + address(STATUS) + "/api/maestro/time",
            "--members-audience=" + target.address(STATUS),
            "--audience=" + target.address(SLOTS),
            "--caller=" + target.account("scheduler")));
  }

  /** Five more tries are the most that Scheduler takes. */
  private String job(String verb, String job, DeployedFunction function) {
    String[] pauses = function.limits().retry().split("-", 2);
    List<String> words = target.gcloud("scheduler", "jobs", verb, "http", job);
    words.add("--location=" + target.region());
    words.add("--schedule=" + target.value(DeploySetting.scheduleOf(function)));
    words.add("--time-zone=Etc/UTC");
    words.add("--uri=" + address(function));
    words.add("--http-method=POST");
    words.add("--oidc-service-account-email=" + target.account("scheduler"));
    words.add("--oidc-token-audience=" + target.address(function));
    words.add("--attempt-deadline=300s");
    words.add("--max-retry-attempts=5");
    words.add("--min-backoff=" + pauses[0]);
    words.add("--max-backoff=" + pauses[1]);
    return Shell.command(words);
  }

  /** A service that runs an image has an address of its own, known once it is there. */
  private String address(DeployedFunction function) {
    if (target.flavor() == Flavor.JAR) {
      return target.address(function);
    }
    return "$(gcloud run services describe %s --project=%s --region=%s --format='value(status.url)')"
        .formatted(function.id(), target.project(), target.region());
  }
}
