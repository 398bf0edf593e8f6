package dev.maestro.cli.deploy;

import dev.maestro.local.catalog.DeployedFunction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The steps of a deployment, in an order that can be kept one by one. This is the only list: the
 * script of a workstation and {@code cloudbuild.yaml} are both written from it.
 */
final class DeployPlan {
  private static final String FIREBASE = "npx --yes firebase-tools@15.34.2";

  /** Waits for no step. */
  static final String AT_ONCE = "-";

  private static final String TEST = "test";
  private static final String TOPICS = "topics";
  private static final String IMAGE = "image";
  private static final String GRANTS = "grants";

  private final DeployTarget target;
  private final FunctionCommands functions;
  private final CallCommands calls;

  private DeployPlan(DeployTarget target) {
    this.target = target;
    this.functions = new FunctionCommands(target);
    this.calls = new CallCommands(target, functions);
  }

  /** The steps that bring this tree to a target. */
  static List<DeployStep> of(DeployTarget target) {
    DeployPlan plan = new DeployPlan(target);
    List<DeployStep> steps = new ArrayList<>();
    steps.add(DeployStep.of(TEST, Builder.EMULATORS, List.of(AT_ONCE), List.of("./maestro test")));
    steps.add(plan.topics());
    steps.add(plan.image());
    Arrays.stream(DeployedFunction.values()).map(plan::function).forEach(steps::add);
    steps.add(plan.grants());
    steps.add(plan.rules());
    DeployTarget.scheduled().stream().map(plan::schedule).forEach(steps::add);
    steps.add(plan.hosting());
    steps.add(new DeployStep("smoke", Builder.GCLOUD, List.of(), plan.calls.smoke()));
    return List.copyOf(steps);
  }

  /** The id of the step that deploys a function. */
  static String stepOf(DeployedFunction function) {
    return "deploy-" + function.id();
  }

  /** First, because a trigger cannot stand on a topic that is not there. */
  private DeployStep topics() {
    List<String> commands =
        FunctionCommands.topics().stream()
            .map(
                topic ->
                    Shell.unless(
                        Shell.line(functions.words("pubsub", "topics", "describe", topic)),
                        Shell.command(functions.words("pubsub", "topics", "create", topic))))
            .toList();
    return DeployStep.of(TOPICS, Builder.GCLOUD, List.of(AT_ONCE), commands);
  }

  /**
   * Its digest names what was built here, whatever else is pushed under the same name; a machine
   * that deploys to several projects knows one for each.
   */
  private DeployStep image() {
    String name = target.region() + "-docker.pkg.dev/" + target.project() + "/maestro/functions";
    List<String> build =
        List.of("docker", "build", ".", "--file=tools/deploy/Dockerfile", "--tag=" + name);
    String digest =
        "mkdir -p target && docker inspect --format='{{range .RepoDigests}}{{println .}}{{end}}' "
            + Shell.word(name)
            + " | grep "
            + Shell.word("^" + name + "@")
            + " > "
            + FunctionCommands.IMAGE_FILE;
    List<String> push = List.of("docker", "push", name);
    return new DeployStep(
        IMAGE,
        Builder.DOCKER,
        List.of(TEST),
        Map.of(Flavor.IMAGE, List.of(Shell.command(build), Shell.command(push), digest)));
  }

  private DeployStep function(DeployedFunction function) {
    return new DeployStep(
        stepOf(function),
        Builder.GCLOUD,
        List.of(TOPICS, IMAGE),
        Map.of(
            Flavor.JAR, functions.fromJar(function), Flavor.IMAGE, functions.fromImage(function)));
  }

  /** Who may publish to a topic and call a function: both have to be there. */
  private DeployStep grants() {
    String command =
        Shell.command(
            List.of(
                "tools/deploy/service-accounts.sh",
                "--project=" + target.project(),
                "--region=" + target.region(),
                "--resources"));
    return DeployStep.of(GRANTS, Builder.GCLOUD, allDeployed(), List.of(command));
  }

  /** The policies for documents that may vanish stand in the file of the indexes. */
  private DeployStep rules() {
    return DeployStep.of(
        "rules-indexes-ttl", Builder.NODE, allDeployed(), List.of(firebase("firestore")));
  }

  private DeployStep schedule(DeployedFunction function) {
    return new DeployStep(
        "schedule-" + function.id(), Builder.GCLOUD, List.of(GRANTS), calls.schedule(function));
  }

  private DeployStep hosting() {
    String command =
        "if [ -f dashboard/index.html ]; then\n"
            + Shell.indented(firebase("hosting"))
            + "else\n  echo 'There is no dashboard to deploy.'\nfi";
    return DeployStep.of("hosting", Builder.NODE, allDeployed(), List.of(command));
  }

  private String firebase(String part) {
    return FIREBASE
        + " deploy --only "
        + part
        + " --non-interactive --project="
        + Shell.word(target.project());
  }

  private static List<String> allDeployed() {
    return Arrays.stream(DeployedFunction.values()).map(DeployPlan::stepOf).toList();
  }
}
