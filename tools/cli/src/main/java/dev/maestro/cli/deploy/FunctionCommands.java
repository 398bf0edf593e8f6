package dev.maestro.cli.deploy;

import dev.maestro.local.catalog.DeployedFunction;
import dev.maestro.local.catalog.DeployedFunction.Trigger;
import dev.maestro.local.catalog.FunctionTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The commands that deploy one function and what starts it. */
final class FunctionCommands {
  private static final String WRITTEN = "google.cloud.firestore.document.v1.written";
  private static final String PUBLISHED = "google.cloud.pubsub.topic.v1.messagePublished";

  /** Written by the step that builds the image: its name with its digest. */
  static final String IMAGE_FILE = "target/image";

  /** What runs cycles, and so the strategies. */
  private static final DeployedFunction CONDUCT = FunctionTable.named("conduct");

  /** Google's builder takes version 1 of the functions framework unless it is told otherwise. */
  private static final String FRAMEWORK = "USE_JAVA_FF_2=true";

  /** Where conduct's jar lies with the jars of strategies in a folder beside it. */
  private static final String SHIPPED = "target/conduct";

  private final DeployTarget target;

  FunctionCommands(DeployTarget target) {
    this.target = target;
  }

  /**
   * Deploys it in the flavor of the target. Everything is deployed closed; what people call is then
   * opened without a binding for everybody, which organisations forbid.
   */
  List<String> deploy(DeployedFunction function) {
    List<String> commands =
        new ArrayList<>(target.flavor() == Flavor.JAR ? fromJar(function) : fromImage(function));
    if (function.trigger() == Trigger.HTTP) {
      List<String> open = target.gcloud("run", "services", "update", function.id());
      open.addAll(List.of("--region=" + target.region(), "--no-invoker-iam-check"));
      commands.add(Shell.command(open));
    }
    return commands;
  }

  /** Lets a step that needs Google's own accounts wait for the roles of theirs. */
  private static String patiently(DeployedFunction function, String command) {
    return function.isCalled() ? command : "patiently 3 60 " + command;
  }

  /** How events are delivered, once the triggers are there. */
  String subscriptions() {
    List<String> words =
        new ArrayList<>(
            List.of(
                "tools/deploy/subscriptions.sh",
                "--project=" + target.project(),
                "--region=" + target.region(),
                "--flavor=" + target.flavor().name().toLowerCase(Locale.ROOT)));
    FunctionTable.all().stream()
        .filter(function -> !function.isCalled())
        .forEach(function -> words.add(function.id() + ":" + location(function)));
    return Shell.command(words);
  }

  /** Where the trigger of a function lives. */
  private String location(DeployedFunction function) {
    return function.trigger() == Trigger.TOPIC ? target.region() : target.databaseLocation();
  }

  /** From the function's own jar. */
  private List<String> fromJar(DeployedFunction function) {
    List<String> words = target.gcloud("functions", "deploy", function.id());
    words.addAll(List.of("--gen2", "--runtime=java21", "--region=" + target.region()));
    words.add("--source=" + (isShipping(function) ? SHIPPED : function.jar().getParent()));
    words.add("--entry-point=" + function.entryPoint());
    words.add("--service-account=" + target.account(function.id()));
    words.add(
        String.format(
            Locale.ROOT,
            "--build-service-account=projects/%s/serviceAccounts/%s",
            target.project(),
            target.account("build")));
    words.add("--set-build-env-vars=" + FRAMEWORK);
    words.addAll(limits(function));
    words.addAll(variables(function, environment(function)));
    words.addAll(trigger(function));
    return List.of(patiently(function, Shell.command(words)));
  }

  /** From the image that holds all functions. */
  private List<String> fromImage(DeployedFunction function) {
    List<String> words = target.gcloud("run", "deploy", function.id());
    words.add("--region=" + target.region());
    words.add("--image=$(cat " + IMAGE_FILE + ")");
    words.add("--service-account=" + target.account(function.id()));
    words.addAll(limits(function));
    words.add("--cpu-boost");
    List<String> environment = environment(function);
    environment.add("FUNCTION_TARGET=" + function.entryPoint());
    words.addAll(variables(function, environment));
    if (function.isCalled()) {
      words.add("--add-custom-audiences=" + target.address(function));
    }
    words.add("--no-allow-unauthenticated");
    return function.isCalled()
        ? List.of(Shell.command(words))
        : List.of(Shell.command(words), eventTrigger(function));
  }

  /** The variable that names a topic to the functions: {@code MAESTRO_CYCLES_TOPIC}. */
  static String topicVariable(String topic) {
    return topic.replace('-', '_').toUpperCase(Locale.ROOT) + "_TOPIC";
  }

  /** Topics that start functions. */
  static List<String> topics() {
    return FunctionTable.startedBy(Trigger.TOPIC).stream()
        .map(DeployedFunction::source)
        .distinct()
        .toList();
  }

  /**
   * What is named here; other variables stand as they were. Behind IAM a function sees tokens
   * without their signature, and is told that IAM has checked it.
   */
  private List<String> environment(DeployedFunction function) {
    List<String> values = new ArrayList<>();
    values.add("GOOGLE_CLOUD_PROJECT=" + target.project());
    topics().forEach(topic -> values.add(topicVariable(topic) + "=" + topic));
    target.settings().entrySet().stream()
        .filter(setting -> DeploySetting.isVariable(setting.getKey()))
        .forEach(setting -> values.add(setting.getKey() + "=" + setting.getValue()));
    if (function.isCalled()) {
      values.add("MAESTRO_AUDIENCE=" + target.address(function));
    }
    if (function.trigger() == Trigger.SCHEDULE) {
      values.add("MAESTRO_SERVICE_CALLERS=" + target.account("scheduler"));
      values.add("MAESTRO_IAM_CHECKS_TOKENS=true");
    }
    if (isShipping(function)) {
      String home = target.flavor() == Flavor.JAR ? "/workspace" : "/maestro";
      values.add(DeployTarget.STRATEGIES_VARIABLE + "=" + home + "/strategies");
    }
    return values;
  }

  /** A folder that is named and not there blocks entries: only --unset takes the name away. */
  private List<String> variables(DeployedFunction function, List<String> environment) {
    List<String> words = new ArrayList<>();
    words.add("--update-env-vars=" + String.join(",", environment));
    List<String> removed =
        target.removed().stream()
            .filter(
                name -> function.equals(CONDUCT) || !name.equals(DeployTarget.STRATEGIES_VARIABLE))
            .toList();
    if (!removed.isEmpty()) {
      words.add("--remove-env-vars=" + String.join(",", removed));
    }
    return words;
  }

  /** True if jars of strategies go with it. */
  private boolean isShipping(DeployedFunction function) {
    return function.equals(CONDUCT) && !target.strategies().isEmpty();
  }

  /** Puts conduct's jar, which is alone beside the folder, and the jars of strategies together. */
  List<String> shipment() {
    List<String> commands = new ArrayList<>();
    commands.add("rm -rf " + SHIPPED);
    commands.add("mkdir -p " + SHIPPED + "/strategies");
    if (target.strategies().isEmpty()) {
      commands.add("echo 'No jars of strategies are shipped.'");
    } else {
      commands.add("cp " + CONDUCT.jar() + " " + SHIPPED + "/");
      commands.add("cp " + Shell.word(target.strategies()) + "/*.jar " + SHIPPED + "/strategies/");
    }
    return commands;
  }

  /** Everything is named: what is left out differs between functions and services. */
  private List<String> limits(DeployedFunction function) {
    return List.of(
        "--cpu=1",
        "--memory=" + target.value(DeploySetting.memoryOf(function)),
        "--timeout=" + function.limits().timeout(),
        "--max-instances=" + target.value(DeploySetting.instancesOf(function)),
        "--concurrency=" + function.limits().concurrency());
  }

  private List<String> trigger(DeployedFunction function) {
    String account = "--trigger-service-account=" + target.account("trigger");
    return switch (function.trigger()) {
      case HTTP, SCHEDULE -> List.of("--trigger-http", "--no-allow-unauthenticated");
      case TOPIC -> List.of("--trigger-topic=" + function.source(), "--retry", account);
      case DOCUMENT ->
          List.of(
              "--trigger-location=" + target.databaseLocation(),
              "--trigger-event-filters=type=" + WRITTEN,
              "--trigger-event-filters=database=(default)",
              "--trigger-event-filters-path-pattern=document=" + function.source(),
              "--retry",
              account);
    };
  }

  /** A trigger cannot be changed into another one, so an existing one is left as it is. */
  private String eventTrigger(DeployedFunction function) {
    boolean isTopic = function.trigger() == Trigger.TOPIC;
    String name = "maestro-" + function.id();
    String location = "--location=" + location(function);
    List<String> create = target.gcloud("eventarc", "triggers", "create", name);
    create.add(location);
    create.add("--destination-run-service=" + function.id());
    create.add("--destination-run-region=" + target.region());
    create.add("--service-account=" + target.account("trigger"));
    create.add("--event-filters=type=" + (isTopic ? PUBLISHED : WRITTEN));
    if (isTopic) {
      create.add("--transport-topic=projects/" + target.project() + "/topics/" + function.source());
    } else {
      create.add("--event-filters=database=(default)");
      create.add("--event-filters-path-pattern=document=" + function.source());
      create.add("--event-data-content-type=application/protobuf");
    }
    List<String> describe = target.gcloud("eventarc", "triggers", "describe", name);
    describe.add(location);
    return Shell.unless(Shell.line(describe), patiently(function, Shell.command(create)));
  }
}
