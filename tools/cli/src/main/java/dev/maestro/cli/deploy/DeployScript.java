package dev.maestro.cli.deploy;

import dev.maestro.local.catalog.DeployedFunction;
import dev.maestro.local.catalog.DeployedFunction.Trigger;
import dev.maestro.local.catalog.FunctionTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A deployment as a bash script, to be run from the root of the project: all steps in order, or
 * those that are named, as Cloud Build does. It stops at the first that fails and names it.
 */
final class DeployScript {
  private static final String FIREBASE = "npx --yes firebase-tools@15.34.2";

  /** Side by side, because each function takes minutes; a log shows nothing until it is whole. */
  private static final String HEAD =
      """
      #!/usr/bin/env bash
      # Deploys to %s, from the root of the project: all steps, or only those that are named.
      set -euo pipefail
      source tools/deploy/patience.sh

      # Runs commands side by side, shows what each printed, and fails if one of them failed.
      together() {
        local name job jobs='' failed=''
        mkdir -p target/deploy
        for name in "$@"; do
          "$name" > "target/deploy/$name.log" 2>&1 &
          jobs="$jobs $name=$!"
        done
        for job in $jobs; do
          name=${job%%=*}
          wait "${job#*=}" || failed="$failed $name"
          cat "target/deploy/$name.log"
        done
        [ -z "$failed" ] || { echo "maestro: failed:$failed" >&2; return 1; }
      }
      """;

  private static final String TAIL =
      """

      [ "$#" -gt 0 ] || set -- %s
      trap '[ "$?" = 0 ] || echo "maestro: the deployment stopped in step $step" >&2' EXIT
      for step in "$@"; do
        echo "== $step"
        "step-$step"
      done
      """;

  private final DeployTarget target;
  private final FunctionCommands functions;
  private final CallCommands calls;

  private DeployScript(DeployTarget target) {
    this.target = target;
    this.functions = new FunctionCommands(target);
    this.calls = new CallCommands(target);
  }

  /** The whole script. */
  static String of(DeployTarget target) {
    DeployScript script = new DeployScript(target);
    StringBuilder text = new StringBuilder(HEAD.formatted(target.project()));
    FunctionTable.all()
        .forEach(
            function -> text.append(body(stepOf(function), script.functions.deploy(function))));
    Map<String, List<String>> steps = script.steps();
    steps.forEach((step, commands) -> text.append(body("step-" + step, commands)));
    return text.append(TAIL.formatted(String.join(" ", steps.keySet()))).toString();
  }

  /** The name of the bash function that deploys a function. */
  static String stepOf(DeployedFunction function) {
    return "deploy-" + function.id();
  }

  /**
   * In the order in which they must be done: rules are closed before the first document is written,
   * and indexes are built while functions are deployed; a trigger cannot stand on a topic that is
   * not there, nor a permission on a function.
   */
  private Map<String, List<String>> steps() {
    Map<String, List<String>> steps = new LinkedHashMap<>();
    steps.put("ready", List.of(ready()));
    steps.put("test", List.of("./maestro test"));
    steps.put("strategies", functions.shipment());
    steps.put("image", image());
    steps.put("rules", List.of(firebase("firestore")));
    steps.put("topics", FunctionCommands.topics().stream().map(this::topic).toList());
    steps.put("functions", List.of(together()));
    steps.put("events", List.of(functions.subscriptions()));
    steps.put("grants", List.of(grants()));
    steps.put(
        "schedules",
        FunctionTable.startedBy(Trigger.SCHEDULE).stream().map(calls::schedule).toList());
    steps.put("hosting", hosting());
    steps.put("smoke", List.of(calls.smoke()));
    return steps;
  }

  /** Whether the project is what the deployment takes it to be. */
  private String ready() {
    return Shell.command(
        List.of(
            "tools/deploy/ready.sh",
            "--project=" + target.project(),
            "--database-location=" + target.databaseLocation(),
            "--fanout=" + DeploySetting.fanout(target.settings())));
  }

  private String topic(String topic) {
    return Shell.unless(
        Shell.line(target.gcloud("pubsub", "topics", "describe", topic)),
        Shell.command(target.gcloud("pubsub", "topics", "create", topic)));
  }

  /**
   * Its digest names what was built here, whatever else is pushed under the same name; a machine
   * that deploys to several projects knows one for each.
   */
  private List<String> image() {
    if (target.flavor() == Flavor.JAR) {
      return List.of("echo 'Every function comes from its own jar.'");
    }
    String name = target.region() + "-docker.pkg.dev/" + target.project() + "/maestro/functions";
    String digest =
        "docker inspect --format='{{range .RepoDigests}}{{println .}}{{end}}' %s | grep %s > %s"
            .formatted(name, Shell.word("^" + name + "@"), FunctionCommands.IMAGE_FILE);
    return List.of(
        Shell.command(
            List.of("docker", "build", ".", "--file=tools/deploy/Dockerfile", "--tag=" + name)),
        Shell.line(List.of("docker", "push", name)),
        "mkdir -p target",
        digest);
  }

  private static String together() {
    return FunctionTable.all().stream()
        .map(DeployScript::stepOf)
        .collect(Collectors.joining(" ", "together ", ""));
  }

  /** Who may publish to a topic and call a function: both have to be there. */
  private String grants() {
    return Shell.command(
        List.of(
            "tools/deploy/service-accounts.sh",
            "--project=" + target.project(),
            "--region=" + target.region(),
            "--resources"));
  }

  /** Built where it is deployed from: the container of the tests has no Node. */
  private List<String> hosting() {
    String project = Shell.word(target.project());
    return List.of(
        "dashboard/run build",
        "[ -f dashboard/dist/index.html ] || { echo 'maestro: no dashboard was built' >&2; exit 1;"
            + " }",
        FIREBASE
            + " apps:sdkconfig WEB --json --non-interactive --project="
            + project
            + " | node dashboard/hosting.mjs "
            + Shell.word(target.region()),
        firebase("hosting") + " --config=firebase.hosting.json");
  }

  /** The policies for documents that may vanish stand in the file of the indexes. */
  private String firebase(String part) {
    return FIREBASE
        + " deploy --only "
        + part
        + " --non-interactive --project="
        + Shell.word(target.project());
  }

  private static String body(String name, List<String> commands) {
    return "\n" + name + "() {\n" + Shell.indented(String.join("\n", commands)) + "}\n";
  }
}
