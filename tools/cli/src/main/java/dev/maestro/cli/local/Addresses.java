package dev.maestro.cli.local;

import dev.maestro.cli.JsonText;
import dev.maestro.local.catalog.DeployedFunction;
import dev.maestro.local.catalog.FunctionTable;
import dev.maestro.local.schedule.UnsignedToken;
import dev.maestro.local.stack.LocalStack;
import dev.maestro.local.stack.StackOptions;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where everything is.
 *
 * @param functions address of each, in the order of the catalogue
 * @param dashboard empty: none is built
 */
record Addresses(
    String project,
    String firestore,
    String pubsub,
    Map<String, String> functions,
    Optional<URI> dashboard) {
  /** Longer than anybody leaves it running, even where the clock runs faster. */
  private static final Duration TOKEN_LIFE = Duration.ofDays(3650);

  static Addresses of(StackOptions options, LocalStack stack, Optional<URI> dashboard) {
    Map<String, String> functions = new LinkedHashMap<>();
    for (DeployedFunction function : FunctionTable.all()) {
      String address = stack.address(function).toString();
      functions.put(function.id(), address.substring(0, address.length() - 1));
    }
    return new Addresses(
        options.project(),
        "127.0.0.1:" + options.ports().firestore(),
        "127.0.0.1:" + options.ports().pubsub(),
        functions,
        dashboard);
  }

  /** One line of JSON. */
  String json() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("project", project);
    values.put("firestore", firestore);
    values.put("pubsub", pubsub);
    values.put("functions", functions);
    values.put("dashboard", dashboard.map(URI::toString));
    return JsonText.write(values);
  }

  /** A table for people. */
  List<String> table() {
    List<String> lines = new ArrayList<>();
    lines.add(row("project", project));
    lines.add(row("firestore", firestore));
    lines.add(row("pubsub", pubsub));
    functions.forEach((name, address) -> lines.add(row(name, address)));
    lines.add(row("dashboard", dashboard.map(URI::toString).orElse("none is built")));
    return lines;
  }

  /**
   * Variables for a program that works with the system: where everything is, and tokens of an
   * operator and an agent of the demo tenant, and of the schedule.
   *
   * @param now by the clock of the functions
   */
  Map<String, String> variables(Instant now) {
    Map<String, String> variables = new LinkedHashMap<>();
    dashboard.ifPresent(address -> variables.put("MAESTRO_DASHBOARD_URL", address.toString()));
    variables.putAll(
        Map.of(
            "GOOGLE_CLOUD_PROJECT", project,
            "FIRESTORE_EMULATOR_HOST", firestore,
            "PUBSUB_EMULATOR_HOST", pubsub,
            "MAESTRO_STATUS_URL", address("status"),
            "MAESTRO_ORCHESTRATE_URL", address("orchestrate"),
            "MAESTRO_TOKEN", DemoPeople.operatorToken(project),
            "MAESTRO_AGENT_TOKEN", DemoPeople.agentToken(project),
            "MAESTRO_SCHEDULER_TOKEN", schedulerToken(now)));
    return variables;
  }

  private String schedulerToken(Instant now) {
    return UnsignedToken.ofService(
        LocalStack.schedulerOf(project), LocalStack.AUDIENCE, now, TOKEN_LIFE);
  }

  private String address(String function) {
    return Optional.ofNullable(functions.get(function)).orElseThrow();
  }

  private static String row(String name, String value) {
    return String.format(Locale.ROOT, "%-16s %s", name, value);
  }
}
